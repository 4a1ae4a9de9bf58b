using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>A wire between browser and server that can be cut and mended.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly int _server;
    private readonly Task _accepting;
    private volatile bool _cut;

    public CuttableProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Breaks every connection, and refuses new ones until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _cut = true;
        CloseAll();
    }

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        CloseAll();
        await _accepting;
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                var browser = await _listener.AcceptTcpClientAsync(_closed.Token);
                _ = JoinAsync(browser);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task JoinAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        try
        {
            if (!_cut)
            {
                _open[browser] = 0;
                _open[server] = 0;
                await server.ConnectAsync(IPAddress.Loopback, _server, _closed.Token);
                await Task.WhenAny(
                    browser.GetStream().CopyToAsync(server.GetStream(), _closed.Token),
                    server.GetStream().CopyToAsync(browser.GetStream(), _closed.Token));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one side went away.
        }
        finally
        {
            _open.TryRemove(browser, out _);
            _open.TryRemove(server, out _);
            browser.Dispose();
        }
    }

    private void CloseAll()
    {
        foreach (var connection in _open.Keys)
        {
            connection.Dispose();
        }
    }
}
