using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A post as it was.</summary>
/// <param name="VersionAfter">The version the change left it at; null when it was removed.</param>
internal sealed record KeptPost(PostId Id, UnitId UnitId, int RankSort, bool IsMain, PostDetails Details, long? VersionAfter)
{
    public static KeptPost Of(Post post, long? versionAfter) => new(post.Id, post.UnitId, post.RankSort, post.IsMain, post.Details, versionAfter);
}
