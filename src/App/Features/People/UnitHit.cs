using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A unit a search found.</summary>
/// <param name="Id">Which unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Around">The office or division it stands in; empty at the top.</param>
/// <param name="Kind">What it is.</param>
public sealed record UnitHit(UnitId Id, string Name, string Around, UnitKind Kind);
