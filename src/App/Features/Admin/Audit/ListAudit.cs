using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <param name="Area">The first word of the action, "unit" of "unit.rename", or the whole action; null for all.</param>
/// <param name="From">The first day, on the wall; null for no beginning.</param>
/// <param name="To">The last day; null for no end.</param>
/// <param name="Before">Only entries before this place in the chain; null for the newest.</param>
public sealed record ListAuditRequest(string? Area, DateOnly? From, DateOnly? To, long? Before)
{
    public AuditSearch Search { get; init; } = new();
}

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record AuditRows(IReadOnlyList<AuditRow> Rows, long? Next)
{
    /// <summary>Whether the reader sees all of the audit, and not only what belongs to the own subtrees.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>The audit, newest first: all of it, or what belongs to the subtrees one audits.</summary>
public sealed class ListAudit(IDbContextFactory<AppDbContext> databases, AuditEntries entries)
{
    public const int PageSize = 50;

    public async Task<Result<AuditRows>> HandleAsync(ListAuditRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var reach = await Powers.AuditReachAsync(database, by, cancellationToken);
        if (reach == AuditReach.Nothing)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var found = await entries.FindAsync(database, request, by, cancellationToken);
        var kept = await found.OrderByDescending(entry => entry.Seq).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = kept.Take(PageSize).ToList();
        return new AuditRows(await AuditEntries.NamedAsync(database, shown, cancellationToken), kept.Count > PageSize ? shown[^1].Seq : null)
        {
            IsWhole = reach == AuditReach.Everything,
        };
    }
}
