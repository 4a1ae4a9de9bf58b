using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A unit and all below it on one line: as far as a search or a list reaches.</summary>
public sealed record UnitReach(UnitId Unit, Line Line);
