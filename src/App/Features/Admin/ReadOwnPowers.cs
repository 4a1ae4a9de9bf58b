using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>One subtree a person manages.</summary>
/// <param name="Units">How many units it holds in its line, itself included.</param>
public sealed record OwnGrant(UnitId UnitId, string UnitName, AdminRole Role, int Units)
{
    public Line Line { get; init; }

    /// <summary>Who gave it; null for the set-up.</summary>
    public string? GrantedBy { get; init; }

    public DateTimeOffset GrantedAt { get; init; }
}

/// <param name="IsProvince">True for whoever manages everything.</param>
public sealed record OwnPowers(bool IsProvince, IReadOnlyList<OwnGrant> Grants)
{
    /// <summary>Applications, dictionaries, settings.</summary>
    public bool MayChangeSettings => Holds(AdminRights.Everything);

    /// <summary>Units, and the systems that keep them.</summary>
    public bool MayManageUnits => Holds(AdminRights.Everything) || Holds(AdminRights.Units);

    /// <summary>Shutting people out and letting them in.</summary>
    public bool MayManagePeople => Holds(AdminRights.Everything) || Holds(AdminRights.People);

    /// <summary>The audit, or a part of it.</summary>
    public bool MayReadAudit => Holds(AdminRights.Audit) || Holds([AdminRole.Auditor]);

    /// <summary>Giving roles to others.</summary>
    public bool MayGrant => Holds(AdminRights.Security) || Holds(AdminRights.Units);

    /// <summary>Deciding who may see whom.</summary>
    public bool MayRuleVisibility => Holds(AdminRights.Security) || Holds(AdminRights.Units);

    /// <summary>Giving any role, anywhere.</summary>
    public bool MayGrantEverything => Holds(AdminRights.Security);

    private bool Holds(IReadOnlyList<AdminRole> roles) => Grants.Any(grant => roles.Contains(grant.Role));
}

/// <summary>What a person may manage; for whoever manages nothing there is no such place.</summary>
public sealed class ReadOwnPowers(IDbContextFactory<AppDbContext> databases)
{
    private const int MaxGrants = 100;

    public async Task<Result<OwnPowers>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = database.AdminGrants.Where(grant => grant.PersonId == by);
        var grants = await (
            from grant in own
            join unit in database.Units on grant.UnitId equals unit.Id
            orderby grant.Role, unit.Name
            select new OwnGrant(
                unit.Id,
                unit.Name,
                grant.Role,
                database.UnitClosures.Count(step => step.Line == grant.Line && step.AncestorId == unit.Id))
            {
                Line = grant.Line,
                GrantedBy = database.People.Where(giver => giver.Id == grant.GrantedBy).Select(giver => giver.Name).FirstOrDefault(),
                GrantedAt = grant.GrantedAt,
            })
            .Take(MaxGrants)
            .ToListAsync(cancellationToken);
        return grants.Count == 0
            ? new Refusal(RefusalKind.NotFound, "Admin.NotFound")
            : new OwnPowers(grants.Exists(grant => grant.Role == AdminRole.Province), grants);
    }
}
