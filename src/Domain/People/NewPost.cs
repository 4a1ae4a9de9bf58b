namespace HaiZhengTong.Domain.People;

/// <summary>What a post is made from.</summary>
public sealed record NewPost(
    PostId Id, PersonId PersonId, UnitId UnitId, string Title, string? Duty, int RankSort, bool IsMain, string? OfficePhone, string? Room)
{
    /// <summary>Who is shown the post.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>The last day of a temporary post; null for a standing one.</summary>
    public DateOnly? EndsOn { get; init; }
}
