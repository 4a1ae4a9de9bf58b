using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>One rule of who sees an application. No rule at all means everyone.</summary>
public sealed record AudienceRule(AudienceTermKind Kind)
{
    /// <summary>The line a subtree is followed in.</summary>
    public Line Line { get; init; }

    public UnitId? UnitId { get; init; }

    /// <summary>The duty asked for; with a subtree, null for any.</summary>
    public string? Duty { get; init; }

    public PersonId? PersonId { get; init; }

    public PersonTagId? TagId { get; init; }

    /// <summary>True when the rule takes people out.</summary>
    public bool IsExcluding { get; init; }

    /// <summary>What the unit, person or tag is called; for showing only.</summary>
    public string Name { get; init; } = "";
}
