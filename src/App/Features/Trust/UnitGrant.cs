using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>One person's power over a unit.</summary>
/// <param name="Person">Who holds it.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">The title of the main post; empty for none.</param>
/// <param name="Role">The role.</param>
/// <param name="Line">The line its subtree is followed in.</param>
/// <param name="From">The unit the grant stands on: the unit itself, or one above.</param>
/// <param name="FromName">The name of that unit.</param>
public sealed record UnitGrant(PersonId Person, string Name, string Title, AdminRole Role, Line Line, UnitId From, string FromName)
{
    /// <summary>Whether it comes from a unit above.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether the person can use it; one who is shut out cannot.</summary>
    public bool IsActive { get; init; }

    /// <summary>Who gave it; null for the set-up.</summary>
    public string? GrantedBy { get; init; }

    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>Whether the one who reads may take it away.</summary>
    public bool MayRevoke { get; init; }
}
