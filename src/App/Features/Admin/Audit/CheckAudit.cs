using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Lets whoever reads the whole audit see whether its chain is whole.</summary>
internal sealed class CheckAudit(VerifyAudit verify, IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<AuditVerdict>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Powers.AuditReachAsync(database, by, cancellationToken) == AuditReach.Everything
            ? await verify.HandleAsync(mark: null, cancellationToken)
            : new Refusal(RefusalKind.NotFound, "Admin.NotFound");
    }
}
