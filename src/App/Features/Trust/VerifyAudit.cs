using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>An entry's hash as somebody noted it outside the database.</summary>
internal sealed record AuditMark(long Seq, string Hash);

/// <summary>Walks the whole chain of the audit and tells where it was tampered with.</summary>
internal sealed class VerifyAudit(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>Walks; where a mark is given, the entry it notes must still be what it was.</summary>
    public async Task<AuditVerdict> HandleAsync(AuditMark? mark, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        // The head first: what is written during the walk then only lies behind it.
        var head = await HeadAsync(database, cancellationToken);
        var last = new AuditHead { Seq = 0, Hash = AuditChain.Start };
        var entries = database.AuditEntries.AsNoTracking().OrderBy(entry => entry.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            var seq = last.Seq + 1;
            if ((FaultOf(entry, seq, last.Hash) ?? NotedFaultOf(entry, head, mark)) is { } fault)
            {
                return new AuditVerdict(seq, Math.Min(seq, entry.Seq)) { Fault = fault };
            }


            last = new AuditHead { Seq = seq, Hash = entry.Hash };
        }

        return await EndAsync(database, last, head, mark, cancellationToken);
    }

    private static AuditFault? FaultOf(AuditEntry entry, long seq, string previous) =>
        entry.Seq > seq ? AuditFault.Missing
            : entry.Seq < seq || !AuditChain.Holds(entry, previous) ? AuditFault.Changed
            : null;

    private static AuditFault? NotedFaultOf(AuditEntry entry, AuditHead? head, AuditMark? mark) =>
        entry.Seq == mark?.Seq && entry.Hash != mark.Hash ? AuditFault.NotAsNoted
            : entry.Seq == head?.Seq && entry.Hash != head.Hash ? AuditFault.NotNoted
            : null;

    private static async Task<AuditVerdict> EndAsync(
        AppDbContext database, AuditHead last, AuditHead? head, AuditMark? mark, CancellationToken cancellationToken)
    {
        var whole = new AuditVerdict(last.Seq, null) { Hash = last.Seq == 0 ? null : last.Hash };
        if ((head?.Seq ?? 0) > last.Seq || (mark?.Seq ?? 0) > last.Seq)
        {
            return whole with { FirstBroken = last.Seq + 1, Fault = AuditFault.CutOff };
        }

        if ((head?.Seq ?? 0) == last.Seq)
        {
            return whole;
        }

        // Written during the walk, or written past the head.
        var now = await HeadAsync(database, cancellationToken);
        return now is not null && (now.Seq > last.Seq || (now.Seq == last.Seq && now.Hash == last.Hash))
            ? whole
            : whole with { FirstBroken = (now?.Seq ?? 0) + 1, Fault = AuditFault.NotNoted };
    }

    private static Task<AuditHead?> HeadAsync(AppDbContext database, CancellationToken cancellationToken) =>
        database.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
}
