using System.Collections.Concurrent;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Tells whether a session still counts. An answer is remembered for two seconds, so that a page's many requests cost one query.</summary>
internal sealed class SessionCheck(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int MostRemembered = 100_000;
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _seenStep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, Answer> _answers = new();

    public async ValueTask<bool> IsLiveAsync(SessionId session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_answers.TryGetValue(session, out var known) && now < known.Until)
        {
            return known.Live;
        }

        if (_answers.Count > MostRemembered)
        {
            _answers.Clear();
        }

        var live = await AskAsync(session, now, cancellationToken);
        _answers[session] = new Answer(live, now + _fresh);
        return live;
    }

    /// <summary>Forgets the answer: something just changed on this node.</summary>
    public void Forget(SessionId session) => _answers.TryRemove(session, out _);

    private async Task<bool> AskAsync(SessionId session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var seen = await database.Sessions
            .Where(row => row.Id == session && row.EndedAt == null
                && database.People.Any(person => person.Id == row.PersonId && person.Status == PersonStatus.Active))
            .Select(row => (DateTimeOffset?)row.SeenAt)
            .SingleOrDefaultAsync(cancellationToken);
        if (now - seen > _seenStep)
        {
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await database.Sessions.Where(row => row.Id == session)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return seen is not null;
    }

    private readonly record struct Answer(bool Live, DateTimeOffset Until);
}
