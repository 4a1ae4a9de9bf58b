using System.Collections.Concurrent;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>
/// Tells whether a session still counts, and what has changed for its person since the cookie was written. An answer is
/// remembered for two seconds, so that a page's many requests cost one look.
/// </summary>
internal sealed class SessionCheck(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int MostRemembered = 100_000;
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _seenStep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, Answer> _answers = new();

    /// <summary>How the session stands; null when it is over.</summary>
    public async ValueTask<SessionStanding?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_answers.TryGetValue(session, out var known) && now < known.Until)
        {
            return known.Standing;
        }

        if (_answers.Count > MostRemembered)
        {
            _answers.Clear();
        }

        var standing = await AskAsync(session, now, cancellationToken);
        if (standing is not { MustChangePassword: true })
        {
            // What keeps a person out is asked anew each time: the way is free at once when the password is changed.
            _answers[session] = new Answer(standing, now + _fresh);
        }

        return standing;
    }

    /// <summary>Forgets the answer: something just changed on this node.</summary>
    public void Forget(SessionId session) => _answers.TryRemove(session, out _);

    private async Task<SessionStanding?> AskAsync(SessionId session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.Sessions
            .Where(row => row.Id == session && row.EndedAt == null
                && database.People.Any(person => person.Id == row.PersonId && person.Status == PersonStatus.Active))
            .Select(row => new
            {
                row.PersonId,
                row.SeenAt,
                MustChange = database.Users.Any(user => user.PersonId == row.PersonId && user.PasswordIsInitial),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (now - found.SeenAt > _seenStep)
        {
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await database.Sessions.Where(row => row.Id == session)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return new SessionStanding(await Powers.RoleAsync(database, found.PersonId, cancellationToken), found.MustChange);
    }

    private readonly record struct Answer(SessionStanding? Standing, DateTimeOffset Until);
}
