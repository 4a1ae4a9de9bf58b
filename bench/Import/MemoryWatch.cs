using System.Diagnostics;

namespace HaiZhengTong.Bench.Import;

/// <summary>The most memory the process held at any look, ten times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private long _most;

    public MemoryWatch() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>The high water in bytes.</summary>
    public long Stop()
    {
        Look();
        return Interlocked.Read(ref _most);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        _most = Math.Max(_most, process.WorkingSet64);
    }
}
