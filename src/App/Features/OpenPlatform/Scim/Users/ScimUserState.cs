using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A person as it is kept, with the posts inside the client's subtree, the main one first.</summary>
internal sealed record ScimUserState(Person Person, IReadOnlyList<ScimUserPost> Posts, ScimPersonLink? Link)
{
    public ScimUserPost Main => Posts[0];

    public string Tag => ScimVersions.Tag(Person.Version, Link?.ExternalId, Posts.Select(one => (one.Post.Id.Value, one.Post.Version, one.UnitName)));
}
