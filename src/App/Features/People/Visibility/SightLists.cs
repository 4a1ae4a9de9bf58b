using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Which of a few people or units a reader sees, where the few are known already.</summary>
internal static class SightLists
{
    /// <summary>Whether the reader sees the unit.</summary>
    public static async Task<bool> SeesAsync(this Sight sight, UnitId unit, CancellationToken cancellationToken) =>
        sight.IsFull || await sight.Units(sight.Database.Units).AnyAsync(row => row.Id == unit, cancellationToken);

    /// <summary>The units among these that the reader sees.</summary>
    public static async Task<IReadOnlySet<UnitId>> SeenAsync(
        this Sight sight, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken) =>
        sight.IsFull || units.Count == 0
            ? units.ToHashSet()
            : await sight.Units(sight.Database.Units.Where(unit => units.Contains(unit.Id))).Select(unit => unit.Id).ToHashSetAsync(cancellationToken);

    /// <summary>The people among these whose mobile number the reader may ask for.</summary>
    public static async Task<IReadOnlySet<PersonId>> WithMobileAsync(
        this Sight sight, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        !sight.Binds(VisibilityRuleKind.HideMobile) || people.Count == 0
            ? people.ToHashSet()
            : await sight.WithMobile(sight.Database.People.Where(person => people.Contains(person.Id)))
                .Select(person => person.Id)
                .ToHashSetAsync(cancellationToken);

    /// <summary>The people among these the reader may write to and call in.</summary>
    public static async Task<IReadOnlySet<PersonId>> ReachableAsync(
        this Sight sight, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        !sight.Binds(VisibilityRuleKind.ShieldLeaders) || people.Count == 0
            ? people.ToHashSet()
            : await sight.Reachable(sight.Database.People.Where(person => people.Contains(person.Id)))
                .Select(person => person.Id)
                .ToHashSetAsync(cancellationToken);

    /// <summary>What of the way down to a unit the reader sees; nothing when a step of it is hidden, for then the way is.</summary>
    public static async Task<IReadOnlyList<UnitStep>> PathAsync(this Sight sight, UnitId unit, Line line, CancellationToken cancellationToken)
    {
        var path = await sight.Database.PathAsync(unit, line, cancellationToken);
        var seen = await sight.SeenAsync([.. path.Select(step => step.Id)], cancellationToken);
        return seen.Count == path.Count ? path : [];
    }

    /// <summary>The way down to a unit the reader sees, from below the last step that is hidden: it looks as if the line began there.</summary>
    public static async Task<IReadOnlyList<UnitStep>> SeenPathAsync(this Sight sight, UnitId unit, Line line, CancellationToken cancellationToken)
    {
        var path = await sight.Database.PathAsync(unit, line, cancellationToken);
        var seen = await sight.SeenAsync([.. path.Select(step => step.Id)], cancellationToken);
        return [.. path.Reverse().TakeWhile(step => seen.Contains(step.Id)).Reverse()];
    }
}
