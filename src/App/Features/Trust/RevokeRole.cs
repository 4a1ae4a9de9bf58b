using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Which grant: its whole key.</summary>
public sealed record RevokeRoleRequest(PersonId Person, UnitId Unit, AdminRole Role, Line Line);

/// <summary>Takes a role away, at once: nothing but the grant itself gives power. One's own may be given up.</summary>
public sealed class RevokeRole(IDbContextFactory<AppDbContext> databases, AuditLog audit)
{
    public Task<Result<Done>> HandleAsync(RevokeRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return audit.GuardAsync(by, "grant.remove", $"person:{request.Person}", () => RevokeAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> RevokeAsync(RevokeRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Grants, cancellationToken);
        var found = await FindAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        database.AdminGrants.Remove(found.Value);

        await audit.WriteAsync(
            database, by, "grant.remove", $"person:{request.Person}", request.Unit,
            new { role = AdminRights.Word(request.Role), unit = request.Unit.Value, line = request.Line.ToString() }, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new Done();
    }

    private static async Task<Result<AdminGrant>> FindAsync(
        AppDbContext database, RevokeRoleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (request.Person != by && !await Powers.MayGrantAsync(database, by, request.Role, request.Unit, request.Line, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.MayNotGrant");
        }

        var grant = await database.AdminGrants.SingleOrDefaultAsync(
            row => row.PersonId == request.Person && row.UnitId == request.Unit && row.Role == request.Role && row.Line == request.Line,
            cancellationToken);
        return grant is null ? new Refusal(RefusalKind.NotFound, "Admin.GrantGone")
            : grant.Role == AdminRole.Province && await LastAdministrator.IsAsync(database, request.Person, cancellationToken)
                ? new Refusal(RefusalKind.Conflict, "Admin.LastProvince")
            : grant;
    }
}
