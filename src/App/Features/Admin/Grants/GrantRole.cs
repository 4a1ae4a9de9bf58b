using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Grants;

/// <param name="Person">Who shall hold the role.</param>
/// <param name="Role">Which role.</param>
/// <param name="Unit">The head of the subtree; not asked for roles of the whole province.</param>
/// <param name="Line">The line the subtree is followed in.</param>
public sealed record GrantRoleRequest(PersonId Person, AdminRole Role, UnitId? Unit, Line Line = Line.Administrative);

/// <summary>Gives another person a role, never more than the giver may.</summary>
public sealed class GrantRole(IDbContextFactory<AppDbContext> databases, AuditLog audit, TimeProvider clock)
{
    public Task<Result<Done>> HandleAsync(GrantRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return audit.GuardAsync(by, "grant.add", $"person:{request.Person}", () => GrantAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> GrantAsync(GrantRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var made = await CheckAsync(database, request, by, cancellationToken);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        var grant = made.Value;
        database.AdminGrants.Add(grant);

        await audit.WriteAsync(
            database, by, "grant.add", $"person:{grant.PersonId}", grant.UnitId,
            new { role = AdminRights.Word(grant.Role), unit = grant.UnitId.Value, line = grant.Line.ToString() }, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new Done();
    }

    // The grant, ready to be added, when all is well. Whoever may not learns nothing of the person.
    private async Task<Result<AdminGrant>> CheckAsync(
        AppDbContext database, GrantRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (request.Person == by)
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.GrantYourself");
        }

        var place = await PlaceAsync(database, request, cancellationToken);
        if (place is not { } unit)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.UnitNotFound");
        }

        var line = AdminRights.IsForTheProvince(request.Role) ? Line.Administrative : request.Line;
        if (!await Powers.MayGrantAsync(database, by, request.Role, unit, line, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.MayNotGrant");
        }

        var grant = new AdminGrant
        {
            PersonId = request.Person,
            UnitId = unit,
            Role = request.Role,
            Line = line,
            GrantedBy = by,
            GrantedAt = clock.GetUtcNow(),
        };
        return await CheckHolderAsync(database, grant, by, cancellationToken) is { } refusal ? refusal : grant;
    }

    private static Task<UnitId?> PlaceAsync(AppDbContext database, GrantRoleRequest request, CancellationToken cancellationToken)
    {
        var units = database.Units.Where(unit => unit.Status == UnitStatus.Active);
        units = AdminRights.IsForTheProvince(request.Role)
            ? units.Where(unit => unit.ParentId == null)
            : units.Where(unit => unit.Id == request.Unit);
        return units.Select(unit => (UnitId?)unit.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<Refusal?> CheckHolderAsync(AppDbContext database, AdminGrant grant, PersonId by, CancellationToken cancellationToken)
    {
        var status = await database.People
            .Where(person => person.Id == grant.PersonId)
            .Select(person => (PersonStatus?)person.Status)
            .SingleOrDefaultAsync(cancellationToken);
        if (status is not null
            && !await Powers.MayManagePersonAsync(database, by, grant.PersonId, cancellationToken)
            && (await PersonChanges.StrangerAsync(database, grant.PersonId, by, cancellationToken)).Kind == RefusalKind.NotFound)
        {
            status = null;
        }

        if (status != PersonStatus.Active)
        {
            return status is null
                ? new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound")
                : new Refusal(RefusalKind.Conflict, "Admin.GrantInactive");
        }

        var held = await database.AdminGrants.AsNoTracking().Where(row => row.PersonId == grant.PersonId).ToListAsync(cancellationToken);
        return held.Exists(row => row.UnitId == grant.UnitId && row.Role == grant.Role && row.Line == grant.Line)
                ? new Refusal(RefusalKind.Conflict, "Admin.AlreadyGranted")
            : held.Exists(row => SeparatedDuties.Exclude(row.Role, grant.Role)) ? new Refusal(RefusalKind.Conflict, "Admin.DutiesExclude")
            : null;
    }
}
