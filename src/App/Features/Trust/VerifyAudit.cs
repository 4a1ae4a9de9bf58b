using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>What a walk along the audit's chain found.</summary>
/// <param name="Entries">How many entries were walked.</param>
/// <param name="FirstBroken">The first place that was changed or is missing; null when the chain is whole.</param>
internal sealed record AuditVerdict(long Entries, long? FirstBroken);

/// <summary>Walks the whole chain of the audit and tells where it was tampered with.</summary>
internal sealed class VerifyAudit(IDbContextFactory<AppDbContext> databases)
{
    public async Task<AuditVerdict> HandleAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var previous = AuditChain.Start;
        var walked = 0L;
        var entries = database.AuditEntries.AsNoTracking().OrderBy(entry => entry.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (entry.Seq != ++walked || !AuditChain.Holds(entry, previous))
            {
                return new AuditVerdict(walked, Math.Min(walked, entry.Seq));
            }

            previous = entry.Hash;
        }

        return new AuditVerdict(walked, null);
    }
}
