using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Microsoft.Extensions.Logging;

namespace HaiZhengTong.Infrastructure.Live;

/// <summary>The conversation feed of one node. Several nodes put their bus in front of <see cref="Publish"/>; nothing else changes.</summary>
internal sealed partial class InProcessChatFeed(ILogger<InProcessChatFeed> logger) : IChatFeed
{
    private readonly ConcurrentDictionary<ConversationId, ImmutableHashSet<Session>> _followers = new();
    private ImmutableList<Observer> _observers = [];

    public IReadOnlyCollection<ConversationId> Followed => [.. _followers.Keys];

    public void Publish(ConversationEvent happened)
    {
        foreach (var observer in _observers)
        {
            observer.Tell(happened);
        }

        if (!_followers.TryGetValue(happened.ConversationId, out var sessions))
        {
            return;
        }

        // Who left hears of it, and of nothing after it.
        var left = (happened as MembersChanged)?.Left ?? [];
        foreach (var session in sessions)
        {
            session.Tell(happened);
            if (left.Contains(session.Person))
            {
                session.Unfollow(happened.ConversationId);
            }
        }
    }

    public IChatSession Open(PersonId person, IChatListener listener) => new Session(this, person, listener);

    public IDisposable Observe(Action<ConversationEvent> onEvent)
    {
        var observer = new Observer(this, onEvent);
        ImmutableInterlocked.Update(ref _observers, list => list.Add(observer));
        return observer;
    }

    private void Remove(ConversationId conversation, Session session)
    {
        var left = _followers.AddOrUpdate(conversation, [], (_, sessions) => sessions.Remove(session));
        if (left.IsEmpty)
        {
            _followers.TryRemove(KeyValuePair.Create(conversation, left));
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener of conversations failed")]
    private partial void LogListenerFailed(Exception exception);

    private sealed class Session : IChatSession
    {
        private readonly InProcessChatFeed _feed;
        private readonly Mailbox<ConversationEvent> _mailbox;
        private readonly ConcurrentDictionary<ConversationId, bool> _followed = new();

        public Session(InProcessChatFeed feed, PersonId person, IChatListener listener)
        {
            _feed = feed;
            Person = person;
            _mailbox = new Mailbox<ConversationEvent>((events, lost) => DeliverAsync(listener, events, lost), feed.LogListenerFailed);
        }

        public PersonId Person { get; }

        public void Tell(ConversationEvent happened) => _mailbox.Post(happened);

        public void Follow(ConversationId conversation)
        {
            _followed[conversation] = true;
            _feed._followers.AddOrUpdate(conversation, [this], (_, sessions) => sessions.Add(this));
        }

        public void Unfollow(ConversationId conversation)
        {
            if (_followed.TryRemove(conversation, out _))
            {
                _feed.Remove(conversation, this);
            }
        }

        public void Dispose()
        {
            foreach (var conversation in _followed.Keys)
            {
                Unfollow(conversation);
            }

            _mailbox.Close();
        }

        private static async Task DeliverAsync(IChatListener listener, IReadOnlyList<ConversationEvent> events, bool lost)
        {
            if (lost)
            {
                await listener.OnResyncAsync();
            }

            if (events.Count > 0)
            {
                await listener.OnEventsAsync(events);
            }
        }
    }

    private sealed class Observer(InProcessChatFeed feed, Action<ConversationEvent> onEvent) : IDisposable
    {
        public void Tell(ConversationEvent happened)
        {
            try
            {
                onEvent(happened);
            }
            catch (Exception exception)
            {
                feed.LogListenerFailed(exception);
            }
        }

        public void Dispose() => ImmutableInterlocked.Update(ref feed._observers, list => list.Remove(this));
    }
}
