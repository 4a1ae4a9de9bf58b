namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Who the caller is.</summary>
/// <param name="Role">"province", "unit" or null: what the person administers.</param>
internal sealed record MeView(Guid Id, string Account, string Name, string? Role, IReadOnlyList<MyPost> Posts);

/// <summary>One of the caller's posts.</summary>
internal sealed record MyPost(Guid UnitId, string Unit, string Title, bool IsMain);
