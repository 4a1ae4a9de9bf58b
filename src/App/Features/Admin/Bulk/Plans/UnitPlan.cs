namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What a file of units would write.</summary>
internal sealed record UnitPlan(UnitBook Book, IReadOnlyList<UnitNode> Added, IReadOnlyList<UnitNode> Changed)
{
    /// <summary>What the change list gets beside those that are added.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];
}
