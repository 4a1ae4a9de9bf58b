using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>A unit as somebody saw it.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Version">The version that was seen.</param>
public sealed record SeenUnit(UnitId Unit, long Version);
