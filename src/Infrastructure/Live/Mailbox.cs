using System.Globalization;

namespace HaiZhengTong.Infrastructure.Live;

/// <summary>
/// A listener's bounded queue. Posting never waits; one delivery runs at a time, outside every lock, in the culture the
/// mailbox was made in. A listener that falls too far behind loses what waits and is told so.
/// </summary>
internal sealed class Mailbox<T>(Func<IReadOnlyList<T>, bool, Task> deliver, Action<Exception> onFailure, Func<T, bool>? neverLose = null)
{
    public const int Capacity = 256;

    private readonly Lock _gate = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private List<T> _waiting = [];
    private bool _overflowed;
    private bool _running;
    private bool _closed;

    public void Post(T item)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            if (_waiting.Count >= Capacity)
            {
                _waiting.RemoveAll(kept => neverLose?.Invoke(kept) is not true);
                _overflowed = true;
            }

            _waiting.Add(item);
            if (_running)
            {
                return;
            }

            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static box => _ = box.DeliverAsync(), this, preferLocal: false);
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _waiting = [];
        }
    }

    private async Task DeliverAsync()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
        while (Take() is var (items, overflowed) && (items.Count > 0 || overflowed))
        {
            try
            {
                await deliver(items, overflowed);
            }
            catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
            {
                // The page went away between the look-up and the call.
            }
            catch (Exception exception)
            {
                onFailure(exception);
            }
        }
    }

    private (List<T> Items, bool Overflowed) Take()
    {
        lock (_gate)
        {
            var taken = (_waiting, _overflowed);
            _waiting = [];
            _overflowed = false;
            _running = taken._waiting.Count > 0 || taken._overflowed;
            return taken;
        }
    }
}
