using System.Data.Common;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Bulk.Writing;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>
/// Writes a file into the directory: all of it in one transaction, or nothing. Every row is decided anew inside the
/// transaction; where that differs from what the person saw, nothing is written.
/// </summary>
internal sealed class RunImport(IDbContextFactory<AppDbContext> databases, UnitChanges changes, TimeProvider clock)
{
    // So many rows into tables as good as empty are put in before their indexes; below that, or among others' work, beside them.
    private const int ManyRows = 20_000;
    private const int FewPeople = 1_000;

    public async Task<Result<ImportReport>> HandleAsync(
        ImportRequest request, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        if (ImportPlanner.Check(request.Kind, request.Columns) is { } unreadable)
        {
            return unreadable;
        }

        // The file is read before the write, not inside it.
        var rows = ImportPlanner.Read(request.File, request.Columns, _ => progress.Report(new ImportProgress("read", 0)), cancellationToken);
        if (rows.Refusal is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await WriteAsync(request, rows.Value, by, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is DbUpdateException || (exception as DbException ?? exception.InnerException) is DbException { SqlState: "23505" })
        {
            // Somebody was faster by a moment: a version or a unique index said so.
            return Meanwhile();
        }
    }

    private async Task<Result<ImportReport>> WriteAsync(
        ImportRequest request, IReadOnlyList<ImportRow> rows, PersonId by, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var writer = BulkWriter.On(database);
        await using var room = rows.Count < ManyRows ? null : await writer.MakeRoomAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Units, cancellationToken);
        progress.Report(new ImportProgress("check", 0));
        var report = new ImportReport();
        var plan = await ImportPlanner.PlanAsync(database, by, new(request.Kind, ChinaTime.Day(clock.GetUtcNow())), rows, report, cancellationToken);
        if (report.Digest != request.Seen)
        {
            return Meanwhile();
        }

        if (report[ImportFate.Refused] > 0)
        {
            return new Refusal(RefusalKind.Invalid, "Bulk.HasRefused", report[ImportFate.Refused]);
        }

        if (!report.IsReady)
        {
            return report;
        }

        await WriteAsync(database, writer, plan, new ChangeRows(request, by, clock.GetUtcNow()), progress, cancellationToken);
        if (room is not null)
        {
            await writer.CheckKeysAsync(PeopleWriting.Pointing.Concat(UnitWriting.Tables), cancellationToken);
        }

        await NoteAsync(database, request, report, by, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        progress.Report(new ImportProgress("finish", 1));
        return report;
    }

    private Task NoteAsync(AppDbContext database, ImportRequest request, ImportReport report, PersonId by, CancellationToken cancellationToken) =>
        changes.WriteAsync(
            database, by, "directory.import", $"file:{request.File.Sha256}",
            new
            {
                kind = request.Kind.ToString(),
                file = request.File.Name,
                sha256 = request.File.Sha256,
                added = report[ImportFate.Added],
                changed = report[ImportFate.Changed],
                unchanged = report[ImportFate.Unchanged],
            },
            cancellationToken);

    private async Task WriteAsync(
        AppDbContext database, BulkWriter writer, ImportPlan plan, ChangeRows rows, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var meter = new RowMeter(progress, (plan.Units is null ? 0 : UnitWriting.Rows(plan.Units)) + (plan.People is null ? 0 : PeopleWriting.Rows(plan.People)));
        await writer.DeferKeysAsync(cancellationToken);
        var isFilling = plan.People is { AddedPeople.Count: >= ManyRows, ChangedPeople.Count: 0, ChangedPosts.Count: 0 }
            && await database.People.CountAsync(cancellationToken) <= FewPeople;
        if (isFilling)
        {
            await writer.TakeAwayAsync(PeopleWriting.Tables, cancellationToken);
        }

        if (plan.Units is { } units)
        {
            await new UnitWriting(database, writer, meter, rows).WriteAsync(units, cancellationToken);
        }

        if (plan.People is { } people)
        {
            await new PeopleWriting(database, writer, meter, rows, clock.GetUtcNow()).WriteAsync(people, cancellationToken);
        }

        if (isFilling)
        {
            var (steps, back) = (writer.TakenAway + 1, 0);
            await writer.BringBackAsync(count => meter.Finish((back += count) / (double)steps), cancellationToken);
        }
    }

    private static Refusal Meanwhile() => new(RefusalKind.Conflict, "Bulk.ChangedMeanwhile");
}
