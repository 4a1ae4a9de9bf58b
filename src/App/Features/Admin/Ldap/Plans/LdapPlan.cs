using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;

namespace HaiZhengTong.App.Features.Admin.Ldap.Plans;

/// <summary>What a run would write.</summary>
internal sealed class LdapPlan
{
    public required LdapReport Report { get; init; }

    public required UnitPlan Units { get; init; }

    public required PeoplePlan People { get; init; }

    /// <summary>The rows that are not refused, for the change list.</summary>
    public required IReadOnlyList<UnitLine> UnitLines { get; init; }

    public required IReadOnlyList<PersonLine> PersonLines { get; init; }

    /// <summary>Links that are new or tell something else than before.</summary>
    public required IReadOnlyList<LdapUnitLink> UnitLinks { get; init; }

    public required IReadOnlyList<LdapPersonLink> PersonLinks { get; init; }

    /// <summary>Leaves that were proposed for people the directory has again.</summary>
    public required IReadOnlyList<DirectoryChangeId> Returned { get; init; }

    /// <summary>Units and people that went missing since the last run.</summary>
    public required IReadOnlyList<LdapUnitLink> MissingUnits { get; init; }

    public required IReadOnlyList<LinkedPerson> MissingPeople { get; init; }
}
