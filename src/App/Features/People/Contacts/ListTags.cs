using HaiZhengTong.App.Features.People.Visibility;
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
        var sight = await Sight.OfAsync(database, by, cancellationToken);

        // Whoever is hidden carries no tags, like somebody who is not there.
        var people = sight.People(database.People.Where(row => row.Id == person));
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
                IsOn = person != null && people.Any(row => database.PersonTagMembers.Any(member => member.TagId == tag.Id && member.PersonId == row.Id)),
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
