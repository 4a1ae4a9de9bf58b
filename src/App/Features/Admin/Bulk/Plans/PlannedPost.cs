using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>A post as it will be.</summary>
internal sealed record PlannedPost(PostId Id, PersonId PersonId, UnitId UnitId, PostDetails Details, bool IsMain)
{
    /// <summary>The version it was seen at; null for a new one.</summary>
    public long? Version { get; init; }

    /// <summary>The place in the unit's order the file gives it; null to keep it, or to come last.</summary>
    public int? Rank { get; init; }

    /// <summary>True when only a post that was main loses that.</summary>
    public bool StepsDown { get; init; }
}
