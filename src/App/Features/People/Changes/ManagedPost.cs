using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A post of a person as an administrator sees it.</summary>
/// <param name="MayManage">Whether the one who reads may change it.</param>
public sealed record ManagedPost(PostId Id, UnitId UnitId, string UnitName, PostDetails Details, bool IsMain, long Version, bool MayManage);
