namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Whether a reader has one thing, and why.</summary>
/// <param name="Facet">Which thing.</param>
/// <param name="IsOpen">Whether the reader has it.</param>
/// <param name="Cause">What decided it.</param>
/// <param name="Rules">The rules that say something about it, the deciding one first.</param>
public sealed record SightVerdict(SightFacet Facet, bool IsOpen, SightCause Cause, IReadOnlyList<ExplainedRule> Rules);

/// <summary>A rule and who may change it.</summary>
public sealed record ExplainedRule(VisibilityRuleView Rule, IReadOnlyList<RuleAdministrator> Administrators);
