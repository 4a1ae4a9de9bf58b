using System.Threading.Channels;
using HaiZhengTong.App.Features.People;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>Has the units' groups follow after every beat of the directory, beside whoever changed it. Beats that come while it works are one.</summary>
internal sealed partial class UnitGroupRelay(DirectoryPulse pulse, FollowChanges follow, ILogger<UnitGroupRelay> logger) : BackgroundService
{
    private readonly Channel<bool> _beats = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private IDisposable? _listening;

    // Before the host takes its first request, so that no beat is missed while this service still starts.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listening = pulse.Listen(() => _beats.Writer.TryWrite(true));
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listening?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _beats.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await follow.HandleAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotFollowed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The units' groups could not be compared with the directory and are at its next change")]
    private partial void LogNotFollowed(Exception exception);
}
