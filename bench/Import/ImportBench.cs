using System.Diagnostics;
using System.Globalization;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.Bench.Ldap;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.Bench.Import;

/// <summary>A whole province from two files into an empty directory: dry run and import, as an administrator does it.</summary>
internal static class ImportBench
{
    // HZT_BENCH_PEOPLE makes it smaller, to try the bench itself.
    private const int Province = 200_000;
    private const int PeopleEach = 10;

    public static async Task RunAsync(Database database, CancellationToken cancellationToken)
    {
        var people = int.TryParse(Environment.GetEnvironmentVariable("HZT_BENCH_PEOPLE"), CultureInfo.InvariantCulture, out var said) ? said : Province;
        var name = $"bench_import_{Figure.NameOf(database)}";
        var files = new ImportFiles(RunFolder.Sub($"{name}_files"), people, Math.Max(1, people / PeopleEach));
        await files.WriteAsync("海南省");
        var ldap = await LdapHome.MakeAsync(RunFolder.Sub($"{name}_ldap"), cancellationToken);
        TimeSpan? slapadd = ldap is null ? null : await ldap.AddAsync(files.LdifFile, cancellationToken);
        var kept = await BenchDatabase.CreateAsync(database, name);
        await using var host = await TestHost.StartAsync(kept);
        var by = (await host.Given.ProvinceAdministratorAsync()).Id;

        using var memory = new MemoryWatch();
        var units = await ImportAsync(host, ImportKind.Units, files.UnitFile, by, cancellationToken);
        var persons = await ImportAsync(host, ImportKind.People, files.PeopleFile, by, cancellationToken);

        var data = $"{files.People} people, {files.Units} units, from CSV files";
        Print("units-dry-run", units.DryRun);
        Print("units-import", units.Import);
        Print("people-dry-run", persons.DryRun);
        var import = Of("people-import", persons.Import.TotalSeconds, "s");
        (slapadd is { } peer ? import.Beside("slapadd -q of the same people", peer.TotalSeconds) : import).Print();
        var all = Of("units-and-people-import", (units.Import + persons.Import).TotalSeconds, "s");
        (slapadd is { } both ? all.Beside("slapadd -q of the people alone", both.TotalSeconds) : all).Print();
        Of("memory-high-water", memory.Stop() / 1024.0 / 1024, "MB").Print();

        void Print(string figure, TimeSpan time) => Of(figure, time.TotalSeconds, "s").Print();

        Figure Of(string figure, double value, string unit) => new("import", figure, value, unit, Figure.NameOf(database), data);
    }

    private static async Task<(TimeSpan DryRun, TimeSpan Import)> ImportAsync(
        TestHost host, ImportKind kind, string path, PersonId by, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        var job = (await host.Get<StageImport>().HandleAsync(new StageImportRequest(path, content, kind), by, cancellationToken)).Value;
        var request = new ImportRequest(job.File, kind, job.Columns);
        var silent = new Progress<ImportProgress>();
        var start = Stopwatch.GetTimestamp();
        var seen = (await host.Get<DryRunImport>().HandleAsync(request, by, silent, cancellationToken)).Value;
        var tried = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        var written = await host.Get<RunImport>().HandleAsync(request with { Seen = seen.Digest }, by, silent, cancellationToken);
        var imported = Stopwatch.GetElapsedTime(start);

        // Whoever wrote nothing has measured nothing.
        return written.Refusal is null && written.Value[ImportFate.Added] == written.Value.Total
            ? (tried, imported)
            : throw new InvalidOperationException($"The import of {kind} did not add every row: {written.Refusal?.TextKey}.");
    }
}
