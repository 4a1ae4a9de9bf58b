using System.Runtime.CompilerServices;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>An export, read page by page while it is sent.</summary>
public sealed record AuditExport(IAsyncEnumerable<IReadOnlyList<AuditRow>> Pages);

/// <summary>Hands out what the caller may read of the audit. The export itself is an entry, written before the first row leaves.</summary>
public sealed class ExportAudit(IDbContextFactory<AppDbContext> databases, AuditEntries entries, AuditLog audit)
{
    private const int PageSize = 1000;

    public async Task<Result<AuditExport>> HandleAsync(ListAuditRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await Powers.AuditReachAsync(database, by, cancellationToken) == AuditReach.Nothing)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        await using var write = await database.BeginWriteAsync(cancellationToken);
        var newest = await database.AuditEntries.MaxAsync(entry => (long?)entry.Seq, cancellationToken) ?? 0;
        var asked = new { request.Area, request.Search.Person, request.Search.Subject, result = request.Search.Result?.ToString(), request.From, request.To };
        await audit.WriteAsync(database, by, "audit.export", $"person:{by}", asked, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return new AuditExport(PagesAsync(request with { Before = Math.Min(request.Before ?? long.MaxValue, newest + 1) }, by, CancellationToken.None));
    }

    // Each page asks anew what the caller may read: who loses the role meanwhile gets no more.
    private async IAsyncEnumerable<IReadOnlyList<AuditRow>> PagesAsync(
        ListAuditRequest request, PersonId by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var before = request.Before; before is not null;)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var found = await entries.FindAsync(database, request with { Before = before }, by, cancellationToken);
            var page = await found.OrderByDescending(entry => entry.Seq).Take(PageSize).ToListAsync(cancellationToken);
            yield return await AuditEntries.NamedAsync(database, page, cancellationToken);
            before = page.Count == PageSize ? page[^1].Seq : null;
        }
    }
}
