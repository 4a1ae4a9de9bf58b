using System.Diagnostics;

namespace HaiZhengTong.Bench.Import;

/// <summary>The peer: OpenLDAP's own way to load many entries into an empty directory, with the indexes a search for people needs.</summary>
internal static class Slapadd
{
    private static readonly string[] _places = ["/usr/sbin/slapadd", "/usr/local/sbin/slapadd"];

    /// <summary>How long it takes; null where the package slapd is missing.</summary>
    public static async Task<TimeSpan?> TimeAsync(string folder, string ldif, CancellationToken cancellationToken)
    {
        if (_places.FirstOrDefault(File.Exists) is not { } tool)
        {
            await Console.Error.WriteLineAsync("No peer: slapadd is missing. Install the package slapd.");
            return null;
        }

        var data = Directory.CreateDirectory(Path.Combine(folder, "ldap")).FullName;
        var settings = Path.Combine(folder, "slapd.conf");
        await File.WriteAllTextAsync(settings, Settings(data), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(tool, ["-q", "-f", settings, "-l", ldif]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("slapadd did not start.");
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException($"slapadd answered {process.ExitCode}: {said}");
    }

    private static string Settings(string data) =>
        $"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        database mdb
        suffix "dc=hzt"
        directory {data}
        maxsize 8589934592
        index objectClass eq
        index uid eq
        index cn,mobile eq,sub

        """;
}
