using System.Collections.Concurrent;
using System.Security.Claims;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.App.Hosting;

/// <summary>Everything open on this node that a signed-in person holds: circuits, web sockets, hub connections.</summary>
/// <remarks>Requests to /_blazor and /hubs are registered by the host; nobody else needs to.</remarks>
public sealed class LiveSessions(IPersonFeed feed)
{
    private readonly ConcurrentDictionary<LiveSession, byte> _open = new();

    /// <summary>How many circuits and connections are open.</summary>
    public int Count => _open.Count;

    /// <summary>Calls <paramref name="close"/> once when the caller's session or token is over. Dispose when it closed by itself.</summary>
    public IDisposable Register(ClaimsPrincipal user, Action close)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(close);
        var session = new LiveSession(user.PersonId(), user.SessionId(), user.TokenId(), close);
        _open.TryAdd(session, 0);
        var listening = feed.Subscribe(session.Person, happened =>
        {
            if (happened is SessionEnded ended && (ended.SessionId is null || ended.SessionId == session.Session))
            {
                session.Close();
            }

            return Task.CompletedTask;
        });
        return new Registration(this, session, listening);
    }

    /// <summary>What is open now, for the sweep that finds sessions ended elsewhere.</summary>
    internal IReadOnlyCollection<LiveSession> Open() => [.. _open.Keys];

    /// <summary>Closes what a token holds.</summary>
    internal void Close(ApiTokenId token)
    {
        foreach (var session in _open.Keys.Where(session => session.Token == token))
        {
            session.Close();
        }
    }

    private sealed class Registration(LiveSessions all, LiveSession session, IDisposable listening) : IDisposable
    {
        public void Dispose()
        {
            listening.Dispose();
            all._open.TryRemove(session, out _);
        }
    }
}
