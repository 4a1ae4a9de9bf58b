namespace HaiZhengTong.App.Features.People.Units;

/// <summary>The acts upon units, in the words of the audit and the change list.</summary>
internal static class UnitActs
{
    public const string Add = "unit.add";
    public const string Rename = "unit.rename";
    public const string Move = "unit.move";
    public const string Merge = "unit.merge";
    public const string Split = "unit.split";
    public const string Dissolve = "unit.dissolve";
}
