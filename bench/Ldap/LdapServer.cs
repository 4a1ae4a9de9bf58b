using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HaiZhengTong.Bench.Ldap;

/// <summary>slapd over a home, on a loopback port of its own, until disposed.</summary>
internal sealed class LdapServer : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private LdapServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<LdapServer> StartAsync(LdapHome home, CancellationToken cancellationToken)
    {
        var tool = LdapHome.Find("slapd") ?? throw new InvalidOperationException("slapd is missing.");
        var port = FreePort();

        // -d keeps it in the foreground, so that it ends with this process' child.
        var process = Process.Start(new ProcessStartInfo(tool, ["-f", home.Settings, "-h", $"ldap://127.0.0.1:{port}/", "-d", "0"]))
            ?? throw new InvalidOperationException("slapd did not start.");
        var server = new LdapServer(process, port);
        for (var since = Stopwatch.GetTimestamp(); !await IsThereAsync(port, cancellationToken);)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > _patience)
            {
                await server.DisposeAsync();
                throw new InvalidOperationException("slapd does not answer.");
            }

            await Task.Delay(50, cancellationToken);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<bool> IsThereAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
