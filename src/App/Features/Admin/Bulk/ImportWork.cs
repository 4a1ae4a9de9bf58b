using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>Does the long steps of a job apart from the page that asked for them; a page that goes away stops nothing.</summary>
internal sealed partial class ImportWork(DryRunImport dryRun, RunImport run, ILogger<ImportWork> logger)
{
    /// <summary>Begins the dry run; nothing happens while another step is under way.</summary>
    public Task CheckAsync(ImportJob job) => job.IsAtWork ? Task.CompletedTask : Task.Run(() => DoAsync(
        job, ImportState.Checking, ImportState.Mapping, ImportState.Checked, dryRun.HandleAsync));

    /// <summary>Begins the import of what the dry run showed.</summary>
    public Task WriteAsync(ImportJob job) => job.State != ImportState.Checked ? Task.CompletedTask : Task.Run(() => DoAsync(
        job, ImportState.Writing, ImportState.Checked, ImportState.Done, run.HandleAsync));

    private async Task DoAsync(
        ImportJob job, ImportState during, ImportState before, ImportState after,
        Func<ImportRequest, Domain.People.PersonId, IProgress<ImportProgress>, CancellationToken, Task<Result<ImportReport>>> step)
    {
        var stop = job.Begin(during);
        try
        {
            var request = new ImportRequest(job.File, job.Kind, job.Columns) { Seen = job.Report?.Digest };
            var made = await step(request, job.Owner, new Told(job), stop);
            job.Refusal = made.Refusal;
            job.Report = made.Refusal is null ? made.Value : job.Report;
            job.State = made.Refusal is null ? after : before;
        }
        catch (OperationCanceledException)
        {
            job.Refusal = new Refusal(RefusalKind.Invalid, "Bulk.Cancelled");
            job.State = before;
        }
#pragma warning disable CA1031 // the edge of work nobody awaits: whatever went wrong is logged and told, and nothing was written
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
            job.Refusal = new Refusal(RefusalKind.Invalid, "Bulk.Failed");
            job.State = before;
        }

        job.Tell();
    }

    [LoggerMessage(LogLevel.Error, "An import failed; nothing of it was written")]
    private partial void LogFailed(Exception exception);

    // Straight on, in order: Progress<T> would hand it to other threads.
    private sealed class Told(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => job.Move(value);
    }
}
