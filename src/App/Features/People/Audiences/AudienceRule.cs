using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>One rule of who is in an audience.</summary>
public sealed record AudienceRule(AudienceTermKind Kind)
{
    /// <summary>The line a subtree is followed in.</summary>
    public Line Line { get; init; }

    public UnitId? UnitId { get; init; }

    /// <summary>The duty asked for; with a subtree, null for any.</summary>
    public string? Duty { get; init; }

    /// <summary>Only units of divisions of this level; with a subtree, null for any.</summary>
    public DivisionLevel? Level { get; init; }

    /// <summary>With a subtree, whether only the unit and its inner departments count.</summary>
    public bool IsUnitOnly { get; init; }

    public PersonId? PersonId { get; init; }

    public PersonTagId? TagId { get; init; }

    /// <summary>True when the rule takes people out.</summary>
    public bool IsExcluding { get; init; }

    /// <summary>What the unit, person or tag is called; for showing only.</summary>
    public string Name { get; init; } = "";
}
