using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>An administrator's power over one subtree of a line. A grant for the whole province stands on the root.</summary>
public sealed class AdminGrant
{
    public required PersonId PersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required AdminRole Role { get; init; }

    /// <summary>The line its subtree is followed in.</summary>
    public Line Line { get; init; }

    /// <summary>Who granted it; null for the set-up and the demo province.</summary>
    public PersonId? GrantedBy { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}
