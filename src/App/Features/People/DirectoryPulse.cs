using System.Collections.Immutable;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// Beats after every commit that changed the directory on this node, and once a day. Whoever keeps something that follows
/// the directory listens, and compares again by itself; a beat that is missed is made good by the next.
/// </summary>
public sealed class DirectoryPulse
{
    private ImmutableList<Action> _listeners = [];

    /// <summary>Tells the listeners; each returns at once and works elsewhere.</summary>
    public void Beat()
    {
        foreach (var listener in _listeners)
        {
            listener();
        }
    }

    /// <summary>Listens until disposed.</summary>
    public IDisposable Listen(Action onBeat)
    {
        ImmutableInterlocked.Update(ref _listeners, list => list.Add(onBeat));
        return new Listening(this, onBeat);
    }

    private sealed class Listening(DirectoryPulse pulse, Action onBeat) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref pulse._listeners, list => list.Remove(onBeat));
    }
}
