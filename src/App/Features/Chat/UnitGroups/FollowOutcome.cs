namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>What came of a comparison of units' groups with the directory.</summary>
/// <param name="Changed">How many groups had people come or go.</param>
/// <param name="Failed">How many could not be compared.</param>
internal sealed record FollowOutcome(int Changed, int Failed);
