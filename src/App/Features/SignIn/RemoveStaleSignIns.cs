using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Deletes the sessions that are long over, and the sources whose failures count for nothing any more.</summary>
internal sealed class RemoveStaleSignIns(IDbContextFactory<AppDbContext> databases, IOptions<SignInOptions> options, TimeProvider clock)
{
    // Small enough that nobody who wants to write waits long.
    private const int Batch = 500;

    /// <summary>How long a session stays after it ended or expired, for whoever asks what happened.</summary>
    internal static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await RemoveSessionsAsync(database, cancellationToken);
        await RemoveSourcesAsync(database, cancellationToken);
    }

    private async Task RemoveSessionsAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var ended = clock.GetUtcNow() - Keep;
        var longest = options.Value.Stay > options.Value.Idle ? options.Value.Stay : options.Value.Idle;
        var seen = ended - longest;
        var isFull = true;
        while (isFull)
        {
            var stale = await database.Sessions
                .Where(row => row.EndedAt < ended || row.SeenAt < seen)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await database.Sessions.Where(row => stale.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
            isFull = stale.Count == Batch;
        }
    }

    private async Task RemoveSourcesAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var window = now - options.Value.SourceWindow;
        var stale = database.SignInSources.Where(row => row.WindowStartedAt < window && (row.LockedUntil == null || row.LockedUntil < now));
        var isFull = true;
        while (isFull)
        {
            var sources = await stale.Select(row => row.Source).Order().Take(Batch).ToListAsync(cancellationToken);
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await database.LockAsync(WriteLock.SignInSources, cancellationToken);

            // Asked again behind the lock: one of them may have failed anew meanwhile.
            await stale.Where(row => sources.Contains(row.Source)).ExecuteDeleteAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
            isFull = sources.Count == Batch;
        }
    }
}
