using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>The audiences a person keeps, by name. A rule about what the person does not see any more stands without its name.</summary>
public sealed class ListSavedAudiences(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlyList<SavedAudience>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mine = database.Audiences.Where(audience => audience.OwnerId == by);
        var saved = await mine
            .OrderBy(audience => audience.Name).ThenBy(audience => audience.Id)
            .Select(audience => new { audience.Id, audience.Name })
            .ToListAsync(cancellationToken);
        var rules = await AudienceRules.ReadAsync(database, mine.Select(audience => audience.Id), cancellationToken);
        var all = rules.SelectMany(group => group).ToList();
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var units = await sight.SeenAsync([.. all.Select(rule => rule.UnitId).OfType<UnitId>().Distinct()], cancellationToken);
        var named = all.Select(rule => rule.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await sight.People(database.People.Where(person => named.Contains(person.Id))).Select(person => person.Id).ToHashSetAsync(cancellationToken);
        return [.. saved.Select(audience => new SavedAudience(
            audience.Id, audience.Name, [.. rules[audience.Id].Select(rule => IsSeen(rule, units, people) ? rule : rule with { Name = "—" })]))];
    }

    private static bool IsSeen(AudienceRule rule, IReadOnlySet<UnitId> units, HashSet<PersonId> people) =>
        (rule.UnitId is not { } unit || units.Contains(unit)) && (rule.PersonId is not { } person || people.Contains(person));
}
