using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using Microsoft.Extensions.Logging;

namespace HaiZhengTong.Infrastructure.Live;

/// <summary>The person feed of one node: each listener has its own mailbox, hears in order and fails alone.</summary>
internal sealed partial class InProcessPersonFeed(TimeProvider clock, ILogger<InProcessPersonFeed> logger) : IPersonFeed
{
    private readonly ConcurrentDictionary<PersonId, ImmutableList<Listener>> _listeners = new();
    private readonly StandingRings _rings = new(clock);

    public bool IsAnyoneListening => !_listeners.IsEmpty;

    public void Publish(PersonId person, PersonEvent happened)
    {
        _rings.Note(person, happened);
        if (_listeners.TryGetValue(person, out var listeners))
        {
            foreach (var listener in listeners)
            {
                listener.Tell(happened);
            }
        }
    }

    public IDisposable Subscribe(PersonId person, Func<PersonEvent, Task> onEvent)
    {
        var listener = new Listener(this, person, onEvent);
        _listeners.AddOrUpdate(person, [listener], (_, list) => list.Add(listener));
        foreach (var ring in _rings.Of(person))
        {
            listener.Tell(ring);
        }

        return listener;
    }

    public bool IsListening(PersonId person) => _listeners.ContainsKey(person);

    private void Remove(Listener listener)
    {
        var left = _listeners.AddOrUpdate(listener.Person, [], (_, list) => list.Remove(listener));
        if (left.IsEmpty)
        {
            _listeners.TryRemove(KeyValuePair.Create(listener.Person, left));
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener of a person's events failed")]
    private partial void LogListenerFailed(Exception exception);

    private sealed class Listener : IDisposable
    {
        private readonly InProcessPersonFeed _feed;
        private readonly Func<PersonEvent, Task> _onEvent;
        private readonly Mailbox<PersonEvent> _mailbox;

        public Listener(InProcessPersonFeed feed, PersonId person, Func<PersonEvent, Task> onEvent)
        {
            _feed = feed;
            _onEvent = onEvent;
            Person = person;

            // Whoever is behind may miss a badge, but not that the session is over.
            _mailbox = new Mailbox<PersonEvent>(DeliverAsync, feed.LogListenerFailed, happened => happened is SessionEnded);
        }

        public PersonId Person { get; }

        public void Tell(PersonEvent happened) => _mailbox.Post(happened);

        public void Dispose()
        {
            _feed.Remove(this);
            _mailbox.Close();
        }

        // One event that cannot be dealt with must not keep the next one away.
        private async Task DeliverAsync(IReadOnlyList<PersonEvent> events, bool lost)
        {
            foreach (var happened in lost ? [new EventsLost(), .. events] : events)
            {
                try
                {
                    await _onEvent(happened);
                }
                catch (Exception exception) when (exception is not (ObjectDisposedException or OperationCanceledException))
                {
                    _feed.LogListenerFailed(exception);
                }
            }
        }
    }
}
