using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>The real application in a process of its own, with the demo province.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private AppProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}");

    /// <summary>What the application has printed so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts on a free port and waits until it answers; on SQLite, or on the database given.</summary>
    public static async Task<AppProcess> StartAsync(string name, string? database = null)
    {
        var port = FreePort();
        var root = Root();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(root, "src/App/bin", Configuration(), "net10.0/HaiZhengTong.App.dll")])
        {
            WorkingDirectory = Path.Combine(root, "src/App"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["HZT_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"),
                ["HZT_DATA"] = RunFolder.Sub("app-" + name),
                ["HZT_SEED"] = "small",
                ["HZT_DATABASE"] = database ?? "sqlite",
            },
        };
        var app = new AppProcess(Process.Start(start)!, port);
        try
        {
            await app.WaitUntilReadyAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaiZhengTong.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("HaiZhengTong.sln stands in no folder above the tests.");
        }

        return folder.FullName;
    }

    // bin/Debug/net10.0: the application was built the same way as its tests.
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        using var late = new CancellationTokenSource(_longestStart);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await AnswersAsync(client))
        {
            if (_process.HasExited || late.IsCancellationRequested)
            {
                throw new InvalidOperationException($"The application did not start. It said:\n{Said}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
        }
    }
}
