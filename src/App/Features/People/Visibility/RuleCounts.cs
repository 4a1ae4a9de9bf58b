using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Counts the people rules are about: hidden altogether, without a number, out of reach. Whoever is exempt does not matter.</summary>
internal static class RuleCounts
{
    public static async Task<Dictionary<VisibilityRuleId, int>> ReadAsync(
        AppDbContext database, IReadOnlyCollection<VisibilityRuleId> ids, CancellationToken cancellationToken)
    {
        var rules = database.VisibilityRules.Where(rule => ids.Contains(rule.Id));
        var active = database.People.Where(person => person.Status == PersonStatus.Active);
        var below =
            from rule in rules
            join step in database.UnitClosures on rule.UnitId equals (UnitId?)step.AncestorId
            where step.Line == Line.Administrative
            join post in database.Posts on step.DescendantId equals post.UnitId
            where active.Any(person => person.Id == post.PersonId)
                && (rule.Kind != VisibilityRuleKind.ShieldLeaders || post.Duty == Sight.LeaderDuty)
                && (rule.Kind != VisibilityRuleKind.HideUnit || !database.Posts.Any(other => other.PersonId == post.PersonId
                    && !database.UnitClosures.Any(under => under.Line == Line.Administrative
                        && under.AncestorId == step.AncestorId && under.DescendantId == other.UnitId)))
            group post.PersonId by rule.Id into people
            select new { people.Key, Count = people.Distinct().Count() };
        var named =
            from rule in rules
            join person in active on rule.PersonId equals (PersonId?)person.Id
            select rule.Id;
        var counts = await below.ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        foreach (var id in await named.ToListAsync(cancellationToken))
        {
            counts[id] = 1;
        }

        return counts;
    }
}
