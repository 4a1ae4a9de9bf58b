using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Which rules keep a person or a unit from a reader, the one about the person first.</summary>
internal static class DecidingRules
{
    /// <summary>The binding rules of the kind that name the person, or the subtree of a post.</summary>
    public static IQueryable<VisibilityRule> About(Sight sight, VisibilityRuleKind kind, PersonId person) =>
        About(sight.Database, sight.Rules(kind), kind, person);

    /// <summary>Those among these rules of one kind that name the person, or the subtree of a post.</summary>
    public static IQueryable<VisibilityRule> About(
        AppDbContext database, IQueryable<VisibilityRule> rules, VisibilityRuleKind kind, PersonId person)
    {
        var posts = database.Posts.Where(post =>
            post.PersonId == person && (kind != VisibilityRuleKind.ShieldLeaders || post.Duty == Sight.LeaderDuty));
        return rules
            .Where(rule => rule.Kind == kind && (rule.PersonId == person || posts.Any(post => database.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.DescendantId == post.UnitId && step.AncestorId == rule.UnitId))))
            .OrderBy(rule => rule.PersonId == null)
            .ThenBy(rule => rule.Id);
    }

    /// <summary>The binding rules that hide the unit.</summary>
    public static IQueryable<VisibilityRule> About(Sight sight, UnitId unit) =>
        About(sight.Database, sight.Rules(VisibilityRuleKind.HideUnit), unit);

    /// <summary>Those among these rules that hide the unit.</summary>
    public static IQueryable<VisibilityRule> About(AppDbContext database, IQueryable<VisibilityRule> rules, UnitId unit) =>
        rules
            .Where(rule => rule.Kind == VisibilityRuleKind.HideUnit && database.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.DescendantId == unit && step.AncestorId == rule.UnitId))
            .OrderBy(rule => rule.Id);
}
