namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Runs the sweep every second; what it looks at is in memory, so that an idle node does no work.</summary>
internal sealed partial class MeetingSweep(SweepMeetings sweep, ReopenRooms reopen, TimeProvider clock, ILogger<MeetingSweep> logger)
    : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        await TryAsync(reopen.HandleAsync, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(sweep.HandleAsync, stoppingToken);
        }
    }

    // One failure, a database away for a moment, must not end the sweeping.
    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogSweepFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Sweeping the meetings failed and is tried again")]
    private partial void LogSweepFailed(Exception exception);
}
