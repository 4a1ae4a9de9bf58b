using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>The tags somebody sees, the private ones first; beside a person, which of them the person carries.</summary>
public sealed class ListTags(IDbContextFactory<AppDbContext> databases)
{
    private const int Max = 300;

    public async Task<IReadOnlyList<TagView>> HandleAsync(PersonId? person, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tags = await TagReads.SeenBy(database, by)
            .OrderBy(tag => tag.UnitId != null)
            .ThenBy(tag => tag.Name)
            .ThenBy(tag => tag.Id)
            .Take(Max)
            .Select(tag => new
            {
                tag.Id,
                tag.Name,
                tag.UnitId,
                UnitName = database.Units.Where(unit => unit.Id == tag.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                IsOn = person != null && database.PersonTagMembers.Any(member => member.TagId == tag.Id && member.PersonId == person),
            })
            .ToListAsync(cancellationToken);

        var own = new HashSet<UnitId>();
        foreach (var unit in tags.Select(tag => tag.UnitId).OfType<UnitId>().Distinct())
        {
            if (await TagReads.MayChangeAsync(database, unit, by, cancellationToken))
            {
                own.Add(unit);
            }
        }

        return [.. tags.Select(tag => new TagView(tag.Id, tag.Name, tag.UnitName, tag.UnitId is not { } unit || own.Contains(unit), tag.IsOn))];
    }
}
