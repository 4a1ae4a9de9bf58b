using System.Globalization;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Counts people below units: those everyone sees, and those this reader sees besides.</summary>
internal static class SightCounts
{
    /// <summary>What the counts everyone sees hang on besides people and posts: another one, another count.</summary>
    public static async Task<string> StampAsync(Sight sight, CancellationToken cancellationToken)
    {
        if (!sight.Scope.HasRules)
        {
            return "";
        }

        var rules = await sight.Database.VisibilityRules
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Changes = all.Sum(rule => rule.Version), Last = all.Max(rule => rule.MadeAt) })
            .SingleOrDefaultAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{rules?.Count} {rules?.Changes} {rules?.Last.ToUnixTimeMilliseconds()}");
    }

    /// <summary>How many people everyone sees in and below each unit; units without any are left out.</summary>
    public static Task<Dictionary<UnitId, int>> PublicAsync(
        Sight sight, Line line, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var shutOut = database.People.Where(person => person.Status != PersonStatus.Active).Select(person => person.Id);
        var seats =
            from below in database.UnitClosures
            where below.Line == line && units.Contains(below.AncestorId)
            join post in Public(sight) on below.DescendantId equals post.UnitId
            where !shutOut.Contains(post.PersonId)
            group post.PersonId by below.AncestorId into unit
            select new { unit.Key, People = unit.Distinct().Count() };
        return seats.ToDictionaryAsync(unit => unit.Key, unit => unit.People, cancellationToken);
    }

    /// <summary>How many people of each unit this reader sees whom not everyone sees there; units without any are left out.</summary>
    /// <remarks>Starts at what does not bind the reader: it costs what the reader sees more than others, not what is hidden.</remarks>
    public static async Task<Dictionary<UnitId, int>> OwnAsync(
        Sight sight, Line line, IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        if (!sight.IsSomethingHidden)
        {
            return [];
        }

        var database = sight.Database;
        var open = Public(sight);
        var seats =
            from post in Besides(sight)
            join above in database.UnitClosures on post.UnitId equals above.DescendantId
            where above.Line == line && units.Contains(above.AncestorId)
                && database.People.Any(person => person.Id == post.PersonId && person.Status == PersonStatus.Active)
                && !open.Any(other => other.PersonId == post.PersonId && database.UnitClosures.Any(step =>
                    step.Line == line && step.AncestorId == above.AncestorId && step.DescendantId == other.UnitId))
            group post.PersonId by above.AncestorId into unit
            select new { unit.Key, People = unit.Distinct().Count() };
        return await seats.ToDictionaryAsync(unit => unit.Key, unit => unit.People, cancellationToken);
    }

    // The posts everyone sees. As lists that are made once, not asked for each post: this counts whole provinces.
    private static IQueryable<Post> Public(Sight sight)
    {
        var posts = sight.Database.Posts.AsQueryable();
        if (sight.Scope.RestrictsPosts)
        {
            posts = posts.Where(post => post.Visibility == PostVisibility.Everyone);
        }

        if (sight.Scope.HasRules)
        {
            var units = HiddenUnits(sight, sight.Database.VisibilityRules);
            var people = sight.Database.VisibilityRules
                .Where(rule => rule.Kind == VisibilityRuleKind.HidePerson && rule.PersonId != null)
                .Select(rule => rule.PersonId!.Value);
            posts = posts.Where(post => !units.Contains(post.UnitId) && !people.Contains(post.PersonId));
        }

        return posts;
    }

    // The posts this reader sees and not everyone does.
    private static IQueryable<Post> Besides(Sight sight)
    {
        var database = sight.Database;
        var exempt = sight.Scope.Exempt;
        var rules = sight.Scope.SeesAll ? database.VisibilityRules : database.VisibilityRules.Where(rule => exempt.Contains(rule.Id));
        var inUnits =
            from unit in HiddenUnits(sight, rules)
            join post in database.Posts on unit equals post.UnitId
            select post;
        var ofPeople =
            from rule in rules
            where rule.Kind == VisibilityRuleKind.HidePerson
            join post in database.Posts on rule.PersonId equals (PersonId?)post.PersonId
            select post;
        var restricted = database.Posts.Where(post => post.Visibility != PostVisibility.Everyone);
        return sight.Posts(inUnits).Union(sight.Posts(ofPeople)).Union(sight.Posts(restricted));
    }

    private static IQueryable<UnitId> HiddenUnits(Sight sight, IQueryable<VisibilityRule> rules) =>
        from rule in rules
        where rule.Kind == VisibilityRuleKind.HideUnit
        join step in sight.Database.UnitClosures on rule.UnitId equals (UnitId?)step.AncestorId
        where step.Line == Line.Administrative
        select step.DescendantId;
}
