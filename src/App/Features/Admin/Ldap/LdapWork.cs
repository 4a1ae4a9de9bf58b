using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Does the long steps apart from the page that asked for them; a page that goes away stops nothing, the end of the host does.</summary>
internal sealed partial class LdapWork(LdapDesk desk, DryRunLdapSync dryRun, RunLdapSync run, IHostApplicationLifetime host, ILogger<LdapWork> logger)
{
    /// <summary>Begins a dry run; nothing happens while another step is under way.</summary>
    public Task CheckAsync(string source, PersonId by) => Task.Run(() => DoAsync(
        source, isWriting: false, (progress, cancel) => dryRun.HandleAsync(source, by, progress, cancel)));

    /// <summary>Begins to write.</summary>
    public Task WriteAsync(RunLdapSyncRequest request, PersonId by) => Task.Run(() => DoAsync(
        request.Source, isWriting: true, (progress, cancel) => run.HandleAsync(request, by, progress, cancel)));

    private async Task DoAsync(
        string source, bool isWriting, Func<IProgress<ImportProgress>, CancellationToken, Task<Result<LdapReport>>> step)
    {
        var job = desk.Of(source);
        if (job.Begin(isWriting, host.ApplicationStopping) is not { } stop)
        {
            return;
        }

        Result<LdapReport> made = new Refusal(RefusalKind.Invalid, "Bulk.Failed");
        try
        {
            made = await step(new Told(job), stop);
        }
        catch (OperationCanceledException)
        {
            made = new Refusal(RefusalKind.Invalid, "Bulk.Cancelled");
        }
#pragma warning disable CA1031 // the edge of work nobody awaits: whatever went wrong is logged and told, and nothing was written
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, source);
        }
        finally
        {
            job.End(made);
        }
    }

    [LoggerMessage(LogLevel.Error, "The synchronisation with {Source} failed; nothing of it was written")]
    private partial void LogFailed(Exception exception, string source);

    // Straight on, in order: Progress<T> would hand it to other threads.
    private sealed class Told(LdapJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => job.Move(value);
    }
}
