using HaiZhengTong.App.Ui;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// Tells the open pages of this node that the organisation was changed, so that they read it anew. However many changes come
/// at once, from an import for instance, the pages hear of them together.
/// </summary>
public sealed class DirectoryNews : IDisposable
{
    private static readonly TimeSpan _gathering = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];
    private readonly TimeProvider _clock;
    private readonly IDisposable _pulse;
    private ITimer? _timer;

    public DirectoryNews(DirectoryPulse pulse, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(pulse);
        _clock = clock;
        _pulse = pulse.Listen(Gather);
    }

    public void Dispose()
    {
        _pulse.Dispose();
        _timer?.Dispose();
    }

    /// <summary>Calls back after changes, until disposed.</summary>
    internal IDisposable Listen(Func<Task> onChange)
    {
        var listener = new Listener(this, onChange);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    private void Gather()
    {
        lock (_gate)
        {
            if (_listeners.Count > 0)
            {
                _timer ??= _clock.CreateTimer(_ => Call(), null, _gathering, Timeout.InfiniteTimeSpan);
            }
        }
    }

    // No lock is held while a listener runs.
    private void Call()
    {
        List<Listener> listeners;
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
            listeners = [.. _listeners];
        }

        listeners.ForEach(listener => _ = listener.CallAsync());
    }

    // Each page reads in the language it was opened in, whoever made the change.
    private sealed class Listener(DirectoryNews news, Func<Task> onChange) : IDisposable
    {
        private readonly OwnLanguage _own = new();

        // A page that closed just now has nothing left to read.
        public async Task CallAsync()
        {
            try
            {
                await _own.ActAsync(onChange);
            }
            catch (ObjectDisposedException)
            {
            }
        }

        public void Dispose()
        {
            lock (news._gate)
            {
                news._listeners.Remove(this);
            }
        }
    }
}
