using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>An audience somebody keeps under a name to use it again.</summary>
public sealed record SavedAudience(AudienceId Id, string Name, IReadOnlyList<AudienceRule> Rules);
