using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <param name="File">The file.</param>
/// <param name="Kind">What its lines are.</param>
/// <param name="Columns">What its columns mean.</param>
internal sealed record ImportRequest(StagedFile File, ImportKind Kind, IReadOnlyList<ImportField?> Columns)
{
    /// <summary>The digest of the dry run the person saw.</summary>
    public string? Seen { get; init; }
}

/// <summary>Tells the fate of every row of a file and writes nothing.</summary>
internal sealed class DryRunImport(IDbContextFactory<AppDbContext> databases, Powers powers, TimeProvider clock)
{
    private const double ReadingShare = 0.3;

    public async Task<Result<ImportReport>> HandleAsync(
        ImportRequest request, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        if ((await powers.ManagedRootsAsync(by, cancellationToken)).Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        if (ImportPlanner.Check(request.Kind, request.Columns) is { } unreadable)
        {
            return unreadable;
        }

        progress.Report(new ImportProgress("read", 0));
        var rows = ImportPlanner.Read(request.File, request.Columns, _ => progress.Report(new ImportProgress("read", ReadingShare / 2)), cancellationToken);
        if (rows.Refusal is { } refusal)
        {
            return refusal;
        }

        progress.Report(new ImportProgress("check", ReadingShare));
        var report = new ImportReport();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await ImportPlanner.PlanAsync(database, by, new(request.Kind, ChinaTime.Day(clock.GetUtcNow())), rows.Value, report, cancellationToken);
        progress.Report(new ImportProgress("check", 1));
        return report;
    }
}
