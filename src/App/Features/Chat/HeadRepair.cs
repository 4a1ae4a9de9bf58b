using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>
/// Says every 25 seconds or so where the conversations on this node's screens stand. Whoever missed an event, because it
/// was lost on the way or its sender died between commit and telling, sees that and reads the gap. One query per node.
/// </summary>
internal sealed partial class HeadRepair(
    IDbContextFactory<AppDbContext> databases, IChatFeed feed, TimeProvider clock, ILogger<HeadRepair> logger) : BackgroundService
{
    private static readonly TimeSpan _lookBack = TimeSpan.FromSeconds(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(22 + (6 * Random.Shared.NextDouble())), clock, stoppingToken);
            try
            {
                await RepairAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogRepairFailed(exception);
            }
        }
    }

    /// <summary>Tells the counters of what is on a screen here and moved lately.</summary>
    internal async Task RepairAsync(CancellationToken cancellationToken)
    {
        var followed = feed.Followed;
        if (followed.Count == 0)
        {
            return;
        }

        var since = clock.GetUtcNow() - _lookBack;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var heads = await database.ConversationHeads.AsNoTracking()
            .Where(head => head.LastChangeAt > since)
            .ToListAsync(cancellationToken);
        var here = followed.ToHashSet();
        foreach (var head in heads.Where(head => here.Contains(head.ConversationId)))
        {
            feed.Publish(new HeadSeen(head.ConversationId, head.LastSeq, head.LastRev));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The conversations on screen could not be compared with the database")]
    private partial void LogRepairFailed(Exception exception);
}
