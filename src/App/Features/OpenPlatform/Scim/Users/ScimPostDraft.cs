using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A post as a client wants it.</summary>
/// <param name="Id">Which post; null for one that is found by its unit and title, or made.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Details">What it is; the title may be empty and is then the old one, or the usual.</param>
/// <param name="IsMain">Whether it is to be the main one.</param>
internal sealed record ScimPostDraft(Guid? Id, string Unit, PostDetails Details, bool IsMain);
