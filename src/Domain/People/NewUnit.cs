namespace HaiZhengTong.Domain.People;

/// <summary>What a unit is made from.</summary>
public sealed record NewUnit(
    UnitId Id, UnitId? ParentId, UnitId? LineParentId, UnitKind Kind, string Name, string? ShortName, string NamePy, string? DivisionCode, int Sort);
