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
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ProcessStartInfo _start;
    private Process? _process;

    private AppProcess(ProcessStartInfo start, int port)
    {
        _start = start;
        Port = port;
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
        var app = new AppProcess(start, port);
        try
        {
            await app.StartAgainAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process as a failing machine does: without a word.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>Starts on the same port with the same data, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        var process = Process.Start(_start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await WaitUntilReadyAsync(process);
    }

    public async ValueTask DisposeAsync() => await KillAsync();

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

    private async Task WaitUntilReadyAsync(Process process)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        using var late = new CancellationTokenSource(_longestStart);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await AnswersAsync(client))
        {
            if (process.HasExited || late.IsCancellationRequested)
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
