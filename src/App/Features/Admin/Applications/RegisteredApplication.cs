using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Launcher;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>An application as the administrator of the launcher sees it, address and rules included.</summary>
/// <param name="Version">What a change must carry back, so that nobody's change is lost.</param>
public sealed record RegisteredApplication(OaApplicationId Id, ApplicationDetails Details, IReadOnlyList<AudienceRule> Audience, long Version);
