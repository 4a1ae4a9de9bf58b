namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What a file of people would write.</summary>
internal sealed class PeoplePlan
{
    public List<PlannedPerson> AddedPeople { get; } = [];

    public List<PlannedPerson> ChangedPeople { get; } = [];

    public List<PlannedPost> AddedPosts { get; } = [];

    public List<PlannedPost> ChangedPosts { get; } = [];

    /// <summary>What the change list gets beside those who are added.</summary>
    public List<PlannedChange> Changes { get; } = [];
}
