using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>What becomes of one post.</summary>
/// <param name="Post">The post that is there; null for a new one.</param>
/// <param name="Unit">The unit it comes to stand in.</param>
/// <param name="Details">What it is to be.</param>
/// <param name="IsMain">Whether it becomes, or stays, the main one.</param>
internal sealed record ScimPostStep(Post? Post, UnitId Unit, PostDetails Details, bool IsMain);
