using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>One subtree a person manages.</summary>
/// <param name="Units">How many units it holds, itself included.</param>
public sealed record OwnGrant(UnitId UnitId, string UnitName, AdminRole Role, int Units);

/// <param name="IsProvince">True for whoever manages everything.</param>
public sealed record OwnPowers(bool IsProvince, IReadOnlyList<OwnGrant> Grants);

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
                database.UnitClosures.Count(step => step.Line == Line.Administrative && step.AncestorId == unit.Id)))
            .Take(MaxGrants)
            .ToListAsync(cancellationToken);
        return grants.Count == 0
            ? new Refusal(RefusalKind.NotFound, "Admin.NotFound")
            : new OwnPowers(grants.Exists(grant => grant.Role == AdminRole.Province), grants);
    }
}
