using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using Microsoft.Extensions.Logging;

namespace HaiZhengTong.Infrastructure.Live;

/// <summary>The feed of one node: listeners are called on the thread pool, each with its own failures.</summary>
internal sealed partial class InProcessPersonFeed(ILogger<InProcessPersonFeed> logger) : IPersonFeed
{
    private readonly ConcurrentDictionary<PersonId, ImmutableList<Listener>> _listeners = new();

    public void Publish(PersonId person, PersonEvent happened)
    {
        if (_listeners.TryGetValue(person, out var listeners))
        {
            foreach (var listener in listeners)
            {
                _ = Task.Run(() => DeliverAsync(listener, happened));
            }
        }
    }

    public IDisposable Subscribe(PersonId person, Func<PersonEvent, Task> onEvent)
    {
        var listener = new Listener(this, person, onEvent);
        _listeners.AddOrUpdate(person, [listener], (_, list) => list.Add(listener));
        return listener;
    }

    // One broken page must not keep an event from the others.
    private async Task DeliverAsync(Listener listener, PersonEvent happened)
    {
        try
        {
            await listener.OnEvent(happened);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
        {
            // The page went away between the look-up and the call.
        }
        catch (Exception exception)
        {
            LogListenerFailed(exception, happened.GetType().Name);
        }
    }

    private void Remove(Listener listener)
    {
        var left = _listeners.AddOrUpdate(listener.Person, [], (_, list) => list.Remove(listener));
        if (left.IsEmpty)
        {
            _listeners.TryRemove(KeyValuePair.Create(listener.Person, left));
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener failed on {Event}")]
    private partial void LogListenerFailed(Exception exception, string @event);

    private sealed class Listener(InProcessPersonFeed feed, PersonId person, Func<PersonEvent, Task> onEvent) : IDisposable
    {
        public PersonId Person => person;

        public Func<PersonEvent, Task> OnEvent => onEvent;

        public void Dispose() => feed.Remove(this);
    }
}
