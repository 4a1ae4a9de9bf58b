using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>A unit as it is or will be.</summary>
internal sealed class UnitNode
{
    public required UnitId Id { get; init; }

    public required UnitKind Kind { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public string? DivisionCode { get; init; }

    public int Sort { get; set; }

    public long Version { get; init; }

    public bool IsNew { get; init; }

    public UnitNode? Parent { get; set; }

    public UnitNode? Superior { get; set; }

    /// <summary>What stood above before the file; for new units nothing did.</summary>
    public UnitNode? ParentBefore { get; set; }

    public UnitNode? SuperiorBefore { get; set; }

    /// <summary>The unit above on a line, by the rule of <see cref="UnitLines"/>.</summary>
    public UnitNode? Above(Line line) => Above(line, Parent, Superior);

    /// <summary>The same before the file.</summary>
    public UnitNode? AboveBefore(Line line) => Above(line, ParentBefore, SuperiorBefore);

    private UnitNode? Above(Line line, UnitNode? parent, UnitNode? superior) =>
        UnitLines.Above(Kind, parent?.Id, superior?.Id, line) is not { } above ? null : above == superior?.Id ? superior : parent;
}
