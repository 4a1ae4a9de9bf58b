using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Which rules keep a person or a unit from a reader, the one about the person first.</summary>
internal static class DecidingRules
{
    /// <summary>The binding rules of the kind that name the person, or the subtree of a post.</summary>
    public static IQueryable<VisibilityRule> About(Sight sight, VisibilityRuleKind kind, PersonId person)
    {
        var posts = sight.Database.Posts.Where(post =>
            post.PersonId == person && (kind != VisibilityRuleKind.ShieldLeaders || post.Duty == Sight.LeaderDuty));
        return sight.Rules(kind)
            .Where(rule => rule.PersonId == person || posts.Any(post => sight.Database.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.DescendantId == post.UnitId && step.AncestorId == rule.UnitId)))
            .OrderBy(rule => rule.PersonId == null)
            .ThenBy(rule => rule.Id);
    }

    /// <summary>The binding rules that hide the unit.</summary>
    public static IQueryable<VisibilityRule> About(Sight sight, UnitId unit) =>
        sight.Rules(VisibilityRuleKind.HideUnit)
            .Where(rule => sight.Database.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.DescendantId == unit && step.AncestorId == rule.UnitId))
            .OrderBy(rule => rule.Id);
}
