using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>A unit as it is kept, with the posts of the people the client sees.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Members">The posts; null where they are not asked for, or more than an answer carries.</param>
/// <param name="Link">What the client calls it.</param>
internal sealed record ScimGroupState(Unit Unit, IReadOnlyList<ScimMember>? Members, ScimUnitLink? Link)
{
    /// <summary>How many people there are; null where nobody counted.</summary>
    public int? MemberCount { get; init; }

    /// <summary>The version of what is shown: without the members it stands for the unit alone.</summary>
    public string Tag => ScimVersions.Tag(
        Unit.Version, Link?.ExternalId, Members?.Select(one => (one.Post.Value, one.Version, one.Name)) ?? [(Guid.Empty, MemberCount ?? -1, "")]);
}
