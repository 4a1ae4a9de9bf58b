using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;

/// <summary>Makes a client's token worthless, at once and on every node.</summary>
internal sealed class RevokeScimClient(IDbContextFactory<AppDbContext> databases, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(ScimClientId client, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await database.ScimClients.SingleOrDefaultAsync(row => row.Id == client && row.RevokedAt == null, cancellationToken);
        if (found is null || !await Powers.MayManageUnitAsync(database, by, found.UnitId, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "OpenPlatform.NoSuchToken");
        }

        found.RevokedAt = clock.GetUtcNow();
        await audit.WriteAsync(database, by, "scim.revoke", $"scim:{client}", new { found.Name, unit = found.UnitId.Value }, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return default(Done);
    }
}
