using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What one reader learns from changes: people and units the directory would not tell of are not named, nor are the values that name them.</summary>
internal sealed class SeenChanges
{
    // The values that speak of units by name.
    private static readonly string[] _places = ["unit", "parent", "superior", "mainPost", "posts", "mergedInto"];

    private readonly bool _isFull;
    private readonly IReadOnlySet<UnitId> _units;
    private readonly IReadOnlySet<PersonId> _people;
    private readonly IReadOnlyList<string> _hidden;

    private SeenChanges(bool isFull, IReadOnlySet<UnitId> units, IReadOnlySet<PersonId> people, IReadOnlyList<string> hidden)
    {
        _isFull = isFull;
        _units = units;
        _people = people;
        _hidden = hidden;
    }

    public static async Task<SeenChanges> OfAsync(Sight sight, IReadOnlyCollection<DirectoryChange> rows, CancellationToken cancellationToken)
    {
        if (sight.IsFull)
        {
            return new SeenChanges(isFull: true, new HashSet<UnitId>(), new HashSet<PersonId>(), []);
        }

        var database = sight.Database;
        var units = rows.SelectMany(row => new[] { row.UnitId, row.OtherUnitId }).OfType<UnitId>().Distinct().ToList();
        var people = rows.SelectMany(row => new[] { row.PersonId, row.MadeBy }).OfType<PersonId>().Distinct().ToList();
        var hidden =
            from rule in sight.Rules(VisibilityRuleKind.HideUnit)
            join unit in database.Units on rule.UnitId equals (UnitId?)unit.Id
            select unit.Name;
        return new SeenChanges(
            isFull: false,
            await sight.SeenAsync(units, cancellationToken),
            await sight.People(database.People.Where(person => people.Contains(person.Id))).Select(person => person.Id).ToHashSetAsync(cancellationToken),
            await hidden.Distinct().ToListAsync(cancellationToken));
    }

    /// <summary>The change as the reader may know it; of a maker who is not seen the name is empty.</summary>
    public ChangeView Of(ChangeView view, DirectoryChange row)
    {
        if (_isFull)
        {
            return view;
        }

        var (unit, other) = (Sees(row.UnitId), Sees(row.OtherUnitId));
        return view with
        {
            PersonName = row.PersonId is { } person && !_people.Contains(person) ? null : view.PersonName,
            ByName = view.ByName is null || _people.Contains(row.MadeBy) ? view.ByName : "",
            UnitName = unit ? view.UnitName : null,
            OtherUnitName = other ? view.OtherUnitName : null,
            Fields =
            [
                .. view.Fields
                    .Where(field => !_places.Contains(field.Name) || (unit && other))
                    .Select(field => field with { Before = Told(field.Before), After = Told(field.After) })
                    .Where(field => field.Before is not null || field.After is not null),
            ],
        };
    }

    private bool Sees(UnitId? unit) => unit is not { } id || _units.Contains(id);

    private string? Told(string? value) => value is not null && _hidden.Any(name => value.Contains(name, StringComparison.Ordinal)) ? null : value;
}
