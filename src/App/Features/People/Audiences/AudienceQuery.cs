using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>
/// Who meets rules that are not kept, as one reader sees it: a post the reader does not see takes nobody in, so neither
/// the list nor its length tells of it. To whoever sees everything it answers as <see cref="AudienceMembers"/> does.
/// </summary>
internal static class AudienceQuery
{
    /// <summary>The people in it, to compose a query with. No rule takes nobody in.</summary>
    public static IQueryable<Person> Of(Sight sight, IReadOnlyList<AudienceRule> rules)
    {
        var included = Met(sight, [.. rules.Where(rule => !rule.IsExcluding)]);
        var excluded = Met(sight, [.. rules.Where(rule => rule.IsExcluding)]);
        return sight.People(sight.Database.People)
            .Where(person => person.Status == PersonStatus.Active && included.Contains(person.Id) && !excluded.Contains(person.Id));
    }

    /// <summary>The posts that meet a rule by subtree or duty.</summary>
    public static IQueryable<Post> Posts(Sight sight, AudienceRule rule)
    {
        var database = sight.Database;
        var posts = sight.Posts(database.Posts);
        if (rule.Duty is { } duty)
        {
            posts = posts.Where(post => post.Duty == duty);
        }

        if (rule.Kind != AudienceTermKind.Subtree)
        {
            return posts;
        }

        var (unit, line) = (rule.UnitId, rule.Line);
        posts = rule.IsUnitOnly
            ? posts.Where(post => Inside(database).Any(inner => inner.OfficeId == unit && inner.UnitId == post.UnitId))
            : posts.Where(post => database.UnitClosures.Any(step => step.Line == line && step.AncestorId == unit && step.DescendantId == post.UnitId));
        if (rule.Level is not { } wanted)
        {
            return posts;
        }

        var (steps, level) = (DivisionLevels.Of(database), (int)wanted);
        return posts.Where(post => steps.Any(step => step.UnitId == post.UnitId && step.Level == level)
            && !steps.Any(step => step.UnitId == post.UnitId && step.Level > level));
    }

    /// <summary>Every unit with itself, the departments in it and the sections in those: nothing but departments down to there.</summary>
    public static IQueryable<InnerUnit> Inside(AppDbContext database) =>
        from step in database.UnitClosures
        where step.Line == Line.Administrative
            && !(from between in database.UnitClosures
                 where between.Line == Line.Administrative && between.DescendantId == step.DescendantId && between.Depth < step.Depth
                 join unit in database.Units on between.AncestorId equals unit.Id
                 where unit.Kind != UnitKind.Department
                 select unit.Id).Any()
        select new InnerUnit { OfficeId = step.AncestorId, UnitId = step.DescendantId };

    private static IQueryable<PersonId> Met(Sight sight, IReadOnlyList<AudienceRule> rules)
    {
        var database = sight.Database;
        var named = rules.Select(rule => rule.PersonId).OfType<PersonId>().ToList();
        var tags = rules.Select(rule => rule.TagId).OfType<PersonTagId>().ToList();
        var met = database.People.Where(person => named.Contains(person.Id)).Select(person => person.Id);
        if (tags.Count > 0)
        {
            met = met.Union(database.PersonTagMembers.Where(member => tags.Contains(member.TagId)).Select(member => member.PersonId));
        }

        if (rules.Any(rule => rule.Kind == AudienceTermKind.Everyone))
        {
            met = met.Union(database.People.Select(person => person.Id));
        }

        return rules
            .Where(rule => rule.Kind is AudienceTermKind.Subtree or AudienceTermKind.Duty)
            .Aggregate(met, (people, rule) => people.Union(Posts(sight, rule).Select(post => post.PersonId)));
    }
}
