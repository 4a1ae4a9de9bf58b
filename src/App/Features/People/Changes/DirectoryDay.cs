using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>
/// Does what a new day brings: ends temporary posts and carries out plans, a little after midnight in China, and some
/// minutes after the start for the days the node slept through. Several nodes take turns and find nothing left. At the end
/// whatever follows the directory looks again, for what it missed.
/// </summary>
internal sealed partial class DirectoryDay(
    EndPosts end, CarryOutPlans carryOut, DirectoryPulse pulse, TimeProvider clock, ILogger<DirectoryDay> logger) : BackgroundService
{
    private static readonly TimeSpan _afterStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _afterMidnight = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_afterStart, clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(end.HandleAsync, stoppingToken);
            await TryAsync(carryOut.HandleAsync, stoppingToken);
            pulse.Beat();
            var now = clock.GetUtcNow();
            await Task.Delay(ChinaTime.Start(ChinaTime.Day(now).AddDays(1)) + _afterMidnight - now, clock, stoppingToken);
        }
    }

    // A database away for a moment must not end the days; what is left is done the next one.
    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogDayFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "A part of the directory's day failed and is tried again tomorrow")]
    private partial void LogDayFailed(Exception exception);
}
