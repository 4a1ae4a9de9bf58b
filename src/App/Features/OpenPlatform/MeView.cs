namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Who the caller is.</summary>
/// <param name="Role">"province", "system", "security", "audit", "unit", "information-officer", "auditor" or null: the strongest role the person administers with.</param>
internal sealed record MeView(Guid Id, string Account, string Name, string? Role, IReadOnlyList<MyPost> Posts);

/// <summary>One of the caller's posts.</summary>
internal sealed record MyPost(Guid UnitId, string Unit, string Title, bool IsMain);
