namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Runs the clean-up of sessions and sources every day; first a while after the start, which has enough to do.</summary>
internal sealed partial class SignInCleanup(RemoveStaleSignIns remove, TimeProvider clock, ILogger<SignInCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromDays(1);
    private static readonly TimeSpan _afterStart = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = _afterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, clock, stoppingToken);
            await TryRemoveAsync(stoppingToken);
            pause = _interval;
        }
    }

    // A database away for a moment must not end the cleaning; what is left goes tomorrow.
    private async Task TryRemoveAsync(CancellationToken stoppingToken)
    {
        try
        {
            await remove.HandleAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogRemovalFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The clean-up of sessions and sources failed")]
    private partial void LogRemovalFailed(Exception exception);
}
