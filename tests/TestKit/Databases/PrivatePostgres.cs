using System.Diagnostics;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>
/// A throw-away PostgreSQL cluster on a unix socket of its own: one for the process, or the one test.sh started for
/// the whole run and named in HZT_TEST_POSTGRES. An existing cluster is never touched.
/// </summary>
public static class PrivatePostgres
{
    private const string SharedCluster = "HZT_TEST_POSTGRES";
    private const string FastSettings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
    private static readonly Lazy<Task<string>> _fast = new(() => SharedOrStartAsync(FastSettings));
    private static readonly Lazy<Task<string>> _durable = new(() => StartAsync(""));

    /// <summary>The connection string of the cluster, without a database. It forgets everything in a power cut.</summary>
    public static Task<string> ConnectionAsync() => _fast.Value;

    /// <summary>The same with PostgreSQL's own durability, for figures. One process uses one of the two.</summary>
    public static Task<string> DurableConnectionAsync() => _durable.Value;

    private static Task<string> SharedOrStartAsync(string settings) =>
        Environment.GetEnvironmentVariable(SharedCluster) is { Length: > 0 } shared ? Task.FromResult(shared) : StartAsync(settings);

    private static async Task<string> StartAsync(string settings)
    {
        var tools = FindTools();
        var folder = RunFolder.Sub("pg");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", folder);
        }

        await RunAsOwnerAsync($"{tools}/initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "hzt", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        await RunAsOwnerAsync(
            $"{tools}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log",
            "-o", $"-k {folder} -c listen_addresses='' -c max_connections=300 {settings}", "start");
        return $"Host={folder};Username=hzt";
    }

    private static string FindTools()
    {
        string[] roots = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];
        var debian = roots.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"));
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(paths).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException(
                "PostgreSQL is missing: its initdb was found neither in /usr/lib/postgresql nor in PATH. Install the package postgresql-15.");
    }

    // PostgreSQL refuses to run as root: step down to the user its package made.
    private static Task RunAsOwnerAsync(string tool, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", tool, .. arguments])
        : RunAsync(tool, arguments);

    // The server inherits its starter's pipes: with a redirected output, reading to the end would wait for ever.
    private static async Task RunAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", file, .. arguments])
        {
            WorkingDirectory = "/tmp",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} answered {process.ExitCode}.");
        }
    }
}
