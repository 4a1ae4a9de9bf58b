using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>A unit as it is kept, with the posts of the people the client sees.</summary>
internal sealed record ScimGroupState(Unit Unit, IReadOnlyList<ScimMember> Members, ScimUnitLink? Link)
{
    public string Tag => ScimVersions.Tag(Unit.Version, Link?.ExternalId, Members.Select(one => (one.Post.Value, one.Version, one.Name)));
}
