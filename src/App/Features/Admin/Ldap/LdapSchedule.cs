namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Looks every minute whether a directory is to be read. Several nodes take turns: a source has one run at a time.</summary>
internal sealed partial class LdapSchedule(RunDueLdapSyncs run, LdapSources sources, TimeProvider clock, ILogger<LdapSchedule> logger) : BackgroundService
{
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (sources.All.Any(source => source.Every is not null) && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(_step, clock, stoppingToken);
            try
            {
                await run.HandleAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database away for a moment must not end the schedule.
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Whether a directory is to be read could not be told and is looked at again in a minute")]
    private partial void LogFailed(Exception exception);
}
