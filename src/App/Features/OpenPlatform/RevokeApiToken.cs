using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Makes one of the person's own tokens worthless, at once.</summary>
internal sealed class RevokeApiToken(
    IDbContextFactory<AppDbContext> databases, AuditLog audit, TokenCheck check, LiveSessions live, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(ApiTokenId token, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var found = await database.ApiTokens.SingleOrDefaultAsync(
            row => row.Id == token && row.PersonId == by && row.RevokedAt == null, cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalKind.NotFound, "OpenPlatform.NoSuchToken");
        }

        found.RevokedAt = clock.GetUtcNow();
        await audit.WriteAsync(database, by, "token.revoke", $"token:{token}", new { name = found.Name }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        check.Forget(token);
        live.Close(token);
        return new Done();
    }
}
