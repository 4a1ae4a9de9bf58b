namespace HaiZhengTong.Domain.People;

/// <summary>One rule of an audience. A person is in when one including term holds and no excluding one does.</summary>
public sealed class AudienceTerm
{
    public required AudienceId AudienceId { get; init; }

    /// <summary>The place of the term in its audience, from 0.</summary>
    public required int Ordinal { get; init; }

    public required AudienceTermKind Kind { get; init; }

    /// <summary>The line a subtree is followed in; only with <see cref="AudienceTermKind.Subtree"/>.</summary>
    public Line? Line { get; init; }

    public UnitId? UnitId { get; init; }

    public string? Duty { get; init; }

    /// <summary>Only units of divisions of this level count; only with <see cref="AudienceTermKind.Subtree"/>, null for any.</summary>
    public DivisionLevel? Level { get; init; }

    /// <summary>True when only the unit and its inner departments count, not the units below; only with <see cref="AudienceTermKind.Subtree"/>.</summary>
    public bool IsUnitOnly { get; init; }

    public PersonId? PersonId { get; init; }

    public PersonTagId? TagId { get; init; }

    /// <summary>True when the term takes people out.</summary>
    public bool Exclude { get; init; }
}
