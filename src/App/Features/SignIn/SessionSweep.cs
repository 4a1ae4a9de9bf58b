using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Finds, every two seconds, what was ended on another node or in the database itself, and closes it here.</summary>
internal sealed partial class SessionSweep(
    IDbContextFactory<AppDbContext> databases, LiveSessions live, TimeProvider clock, ILogger<SessionSweep> logger) : BackgroundService
{
    private const int Batch = 1_000;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <summary>Looks once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in live.Open().Chunk(Batch))
        {
            var sessions = batch.Select(one => one.Session).OfType<SessionId>().Distinct().ToList();
            var tokens = batch.Select(one => one.Token).OfType<ApiTokenId>().Distinct().ToList();
            var (goodSessions, goodTokens) = await AskAsync(sessions, tokens, cancellationToken);
            foreach (var one in batch.Where(one => !Counts(one, goodSessions, goodTokens)))
            {
                one.Close();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TrySweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private static bool Counts(LiveSession one, HashSet<SessionId> sessions, HashSet<ApiTokenId> tokens) =>
        one.Token is { } token ? tokens.Contains(token) : one.Session is { } session && sessions.Contains(session);

    // The database may be away for a moment; the next look comes in two seconds.
    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogSweepFailed(exception);
        }
    }

    private async Task<(HashSet<SessionId> Sessions, HashSet<ApiTokenId> Tokens)> AskAsync(
        List<SessionId> sessions, List<ApiTokenId> tokens, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var active = database.People.Where(person => person.Status == PersonStatus.Active);
        var liveSessions = sessions.Count == 0 ? [] : await database.Sessions
            .Where(row => sessions.Contains(row.Id) && row.EndedAt == null && active.Any(person => person.Id == row.PersonId))
            .Select(row => row.Id)
            .ToHashSetAsync(cancellationToken);
        var liveTokens = tokens.Count == 0 ? [] : await database.ApiTokens
            .Where(row => tokens.Contains(row.Id) && row.RevokedAt == null && row.ExpiresAt > now && active.Any(person => person.Id == row.PersonId)
                && !database.Users.Any(user => user.PersonId == row.PersonId && user.PasswordIsInitial))
            .Select(row => row.Id)
            .ToHashSetAsync(cancellationToken);
        return (liveSessions, liveTokens);
    }

    [LoggerMessage(LogLevel.Warning, "The look for ended sessions failed")]
    private partial void LogSweepFailed(Exception exception);
}
