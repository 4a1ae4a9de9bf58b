using System.Diagnostics;
using System.Globalization;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>The one folder of this test process, short enough for a unix socket's name; removed at the end, and by the next run if this one is killed.</summary>
public static class RunFolder
{
    private const string Prefix = "hzt-run-";
    private const string Root = "/tmp";
    private static readonly Lazy<string> _path = new(Create);

    public static string Path => _path.Value;

    /// <summary>A folder for one database of one test.</summary>
    public static string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <summary>Removes the folder, and stops the server in it, when there is one.</summary>
    public static void Clear()
    {
        if (_path.IsValueCreated)
        {
            Remove(Path);
        }
    }

    private static string Create()
    {
        foreach (var stale in Directory.EnumerateDirectories(Root, Prefix + "*").Where(IsStale))
        {
            Remove(stale);
        }

        var path = System.IO.Path.Combine(Root, Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(path);
        return path;
    }

    private static bool IsStale(string path) =>
        !int.TryParse(System.IO.Path.GetFileName(path)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var owner)
        || owner == Environment.ProcessId
        || !Directory.Exists($"/proc/{owner}");

    private static void Remove(string path)
    {
        try
        {
            StopServer(System.IO.Path.Combine(path, "pg", "data"));
            Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or somebody else was faster: the next run tries again.
        }
    }

    // An immediate shutdown: nothing in there is wanted any more.
    private static void StopServer(string data)
    {
        var file = System.IO.Path.Combine(data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).First(), CultureInfo.InvariantCulture, out var server))
        {
            return;
        }

        var commandLine = $"/proc/{server}/cmdline";
        if (File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(data, StringComparison.Ordinal))
        {
            using var kill = Process.Start("kill", ["-QUIT", server.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            using var process = TryFind(server);
            process?.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    private static Process? TryFind(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
