using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>One step on the way from the top of a line down to a unit.</summary>
public sealed record UnitStep(UnitId Id, string Name, UnitKind Kind);
