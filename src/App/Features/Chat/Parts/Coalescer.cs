namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Runs a piece of work at once when all was quiet, and then at most every so often.</summary>
internal sealed class Coalescer(Func<Task> work, TimeSpan interval, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private bool _wanted;
    private bool _running;

    /// <summary>There is something to do.</summary>
    public void Poke()
    {
        lock (_gate)
        {
            _wanted = true;
            if (_running || _closed.IsCancellationRequested)
            {
                return;
            }

            _running = true;
        }

        _ = RunAsync();
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (Take())
            {
                await work();
                await Task.Delay(interval, clock, _closed.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }

    private bool Take()
    {
        lock (_gate)
        {
            _running = _wanted;
            _wanted = false;
            return _running;
        }
    }
}
