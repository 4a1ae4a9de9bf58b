namespace HaiZhengTong.Domain.People;

/// <summary>What a post is made from.</summary>
public sealed record NewPost(
    PostId Id, PersonId PersonId, UnitId UnitId, string Title, string? Duty, int RankSort, bool IsMain, string? OfficePhone, string? Room);
