using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A grant as it was.</summary>
/// <param name="Heir">Who was given it instead; null for nobody, or somebody who had it anyway.</param>
internal sealed record KeptRole(UnitId UnitId, AdminRole Role, Line Line, PersonId? GrantedBy, DateTimeOffset GrantedAt, PersonId? Heir);
