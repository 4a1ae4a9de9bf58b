using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A post with its unit's name.</summary>
internal sealed record ScimUserPost(Post Post, string UnitName);
