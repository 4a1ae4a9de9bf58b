using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>An administrator's power over one subtree of the administrative line. A province administrator's grant stands on the root.</summary>
public sealed class AdminGrant
{
    public required PersonId PersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required AdminRole Role { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}
