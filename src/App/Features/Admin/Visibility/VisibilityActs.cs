using HaiZhengTong.App.Features.People.Visibility;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>What the page of who may see whom does, in one hand.</summary>
internal sealed record VisibilityActs(
    ListVisibilityRules List, AddVisibilityRule Add, ChangeVisibilityRule Change, RemoveVisibilityRule Remove, ExplainSight Explain);
