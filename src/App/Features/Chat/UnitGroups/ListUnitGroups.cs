using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>The groups of a unit, and how many a new one would have: of the unit alone, and with all below it.</summary>
public sealed record UnitGroupList(string UnitName, IReadOnlyList<UnitGroupItem> Groups, int Alone, int Below);

/// <summary>One group of a unit.</summary>
/// <param name="IsMine">Whether the one who reads is in it.</param>
public sealed record UnitGroupItem(ConversationId Id, string Title, bool IsUnitOnly, int Members, bool IsMine);

/// <summary>Lists the groups of a unit for whoever may found one.</summary>
public sealed class ListUnitGroups(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<UnitGroupList>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await UnitHeads.FindUnitAsync(database, unit, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var groups = await UnitGroupQueries.Of(database, unit)
            .OrderBy(row => row.IsUnitOnly).ThenBy(row => row.Group.CreatedAt)
            .Select(row => new UnitGroupItem(
                row.Group.Id,
                row.Group.Title,
                row.IsUnitOnly,
                database.Members.Count(member => member.ConversationId == row.Group.Id && member.LeftSeq == null),
                database.Members.Any(member => member.ConversationId == row.Group.Id && member.LeftSeq == null && member.PersonId == by)))
            .ToListAsync(cancellationToken);
        return new UnitGroupList(
            found.Value.Name,
            groups,
            await CountAsync(database, unit, isUnitOnly: true, cancellationToken),
            await CountAsync(database, unit, isUnitOnly: false, cancellationToken));
    }

    private static Task<int> CountAsync(AppDbContext database, UnitId unit, bool isUnitOnly, CancellationToken cancellationToken)
    {
        var units = isUnitOnly
            ? AudienceQuery.Inside(database).Where(inner => inner.OfficeId == unit).Select(inner => inner.UnitId)
            : database.UnitClosures.Where(step => step.Line == Line.Administrative && step.AncestorId == unit).Select(step => step.DescendantId);
        return (
            from post in database.Posts
            where units.Contains(post.UnitId)
            join person in database.People on post.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            select person.Id).Distinct().CountAsync(cancellationToken);
    }
}
