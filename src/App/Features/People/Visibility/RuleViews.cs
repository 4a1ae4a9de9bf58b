using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Reads rules with the names a reader may know.</summary>
internal static class RuleViews
{
    /// <summary>The rules in their order; names the reader does not see stay empty.</summary>
    public static async Task<List<VisibilityRuleView>> ReadAsync(
        Sight sight, IQueryable<VisibilityRule> rules, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var rows = await rules.AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(rule => rule.Id);
        var audiences = rows.Select(rule => rule.ExceptId).OfType<AudienceId>().Distinct().ToList();
        var excepted = await AudienceRules.ReadAsync(
            database, database.Audiences.Where(row => audiences.Contains(row.Id)).Select(row => row.Id), cancellationToken);
        var units = await UnitsAsync(sight, rows, excepted.SelectMany(terms => terms), cancellationToken);
        var people = await PeopleAsync(sight, rows, excepted.SelectMany(terms => terms), cancellationToken);
        var counts = await RuleCounts.ReadAsync(database, ids, cancellationToken);
        return rows.ConvertAll(rule => new VisibilityRuleView(
            rule.Id, rule.Kind, VisibilityTarget.Of(rule), NameOf(rule.UnitId, rule.PersonId), rule.Reason)
        {
            Except = rule.ExceptId is { } audience ? [.. excepted[audience].Select(Known)] : [],
            MadeBy = people.GetValueOrDefault(rule.MadeBy, ""),
            MadeAt = rule.MadeAt,
            People = counts.GetValueOrDefault(rule.Id),
            Version = rule.Version,
        });

        string NameOf(UnitId? unit, PersonId? person) =>
            (unit is { } place ? units.GetValueOrDefault(place) : person is { } one ? people.GetValueOrDefault(one) : null) ?? "";

        AudienceRule Known(AudienceRule term) =>
            term.UnitId is null && term.PersonId is null ? term : term with { Name = NameOf(term.UnitId, term.PersonId) };
    }

    private static Task<Dictionary<UnitId, string>> UnitsAsync(
        Sight sight, List<VisibilityRule> rules, IEnumerable<AudienceRule> terms, CancellationToken cancellationToken)
    {
        var ids = rules.Select(rule => rule.UnitId).Concat(terms.Select(term => term.UnitId)).OfType<UnitId>().Distinct().ToList();
        return sight.Units(sight.Database.Units.Where(unit => ids.Contains(unit.Id)))
            .Select(unit => new { unit.Id, unit.Name })
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
    }

    private static Task<Dictionary<PersonId, string>> PeopleAsync(
        Sight sight, List<VisibilityRule> rules, IEnumerable<AudienceRule> terms, CancellationToken cancellationToken)
    {
        var ids = rules.Select(rule => rule.PersonId)
            .Concat(terms.Select(term => term.PersonId))
            .OfType<PersonId>()
            .Concat(rules.Select(rule => rule.MadeBy))
            .Distinct()
            .ToList();
        return sight.People(sight.Database.People.Where(person => ids.Contains(person.Id)))
            .Select(person => new { person.Id, person.Name })
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }
}
