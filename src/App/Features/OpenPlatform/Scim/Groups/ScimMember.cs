using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>One post in a unit.</summary>
internal sealed record ScimMember(UnitId Unit, PersonId Person, string Name, PostId Post, long Version);
