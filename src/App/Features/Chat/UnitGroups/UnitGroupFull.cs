using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>
/// Tells those who administer a unit, the nearest of them, that its group takes in nobody more: a to-do for each, once in the
/// life of the group. The audit remembers that it was told.
/// </summary>
internal sealed class UnitGroupFull(UnitChanges changes, Texts texts, TimeProvider clock)
{
    private static readonly AdminRole[] _keepers = [.. AdminRights.People, .. AdminRights.Everything];

    public async Task TellAsync(AppDbContext database, ConversationId group, CancellationToken cancellationToken)
    {
        if (await IsToldAsync(database, group, cancellationToken))
        {
            return;
        }

        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.UnitGroups, cancellationToken);
        if (await UnitGroupQueries.UnitOfAsync(database, group, cancellationToken) is not { } unit || await IsToldAsync(database, group, cancellationToken))
        {
            return;
        }

        var title = await database.Conversations.Where(row => row.Id == group).Select(row => row.Title).SingleAsync(cancellationToken);
        var told = await NearestAsync(database, unit, cancellationToken);
        if (told.Count == 0)
        {
            return;
        }

        var (now, words) = (clock.GetUtcNow(), texts["Chat.UnitGroupFull", title, Conversation.MaxMembers]);
        database.Todos.AddRange(told.Select(person => TodoItem.Tell(person, words, texts["Chat.UnitGroups"], $"/chat/units/{unit}", now)));
        await changes.WriteAsync(database, null, "unit.group-full", $"conversation:{group}", unit, new { title, told = told.Count }, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static Task<bool> IsToldAsync(AppDbContext database, ConversationId group, CancellationToken cancellationToken)
    {
        var subject = $"conversation:{group}";
        return database.AuditEntries.AnyAsync(entry => entry.Subject == subject && entry.Action == "unit.group-full", cancellationToken);
    }

    // Whoever keeps the unit's people from the nearest place over it; those further up have others to do it.
    private static async Task<IReadOnlyList<PersonId>> NearestAsync(AppDbContext database, UnitId unit, CancellationToken cancellationToken)
    {
        var over = await (
            from step in database.UnitClosures
            where step.DescendantId == unit
            join grant in database.AdminGrants on new { step.Line, UnitId = step.AncestorId } equals new { grant.Line, grant.UnitId }
            where _keepers.Contains(grant.Role)
            join person in database.People on grant.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            select new { person.Id, step.Depth }).ToListAsync(cancellationToken);
        return [.. over.Where(one => one.Depth == over.Min(other => other.Depth)).Select(one => one.Id).Distinct().Order()];
    }
}
