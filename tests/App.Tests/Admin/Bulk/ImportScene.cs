using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

/// <summary>A province with an education bureau, its administrator, and files to import.</summary>
internal sealed class ImportScene(TestHost host) : IAsyncDisposable
{
    public const string People = "账号,姓名,读音,手机,单位,职务,职责,办公电话,房间,主职\n";
    public const string Units = "单位,名称,简称,类型,上级,业务上级,排序\n";

    public TestHost Host => host;

    public Unit Bureau { get; private set; } = null!;

    public Unit Office { get; private set; } = null!;

    public Person Province { get; private set; } = null!;

    public Person Clerk { get; private set; } = null!;

    /// <summary>Administers the bureau and what is below it.</summary>
    public Person Keeper { get; private set; } = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static async Task<ImportScene> StartAsync(Database database, TestHostOptions? options = null)
    {
        var host = await TestHost.StartAsync(database, options);
        var scene = new ImportScene(host) { Province = await host.Given.ProvinceAdministratorAsync() };
        scene.Bureau = await host.Given.UnitAsync("保亭县教育局");
        scene.Office = await host.Given.UnitAsync("办公室", scene.Bureau, kind: UnitKind.Department);
        scene.Keeper = await host.Given.UnitAdministratorAsync(scene.Bureau);
        scene.Clerk = await host.Given.PersonAsync("林小雨", scene.Office, "科员", "13800132077", "lin.xiaoyu");
        return scene;
    }

    public Task<ImportRequest> FileAsync(ImportKind kind, string text, Person? by = null) => FileAsync(kind, Encoding.UTF8.GetBytes(text), by);

    public async Task<ImportRequest> FileAsync(ImportKind kind, byte[] bytes, Person? by = null)
    {
        await using var content = new MemoryStream(bytes);
        var job = await host.Get<StageImport>().HandleAsync(new StageImportRequest("人员.csv", content, kind), (by ?? Keeper).Id, Now);
        return new ImportRequest(job.Value.File, kind, job.Value.Columns);
    }

    public async Task<Refusal?> RefusedAsync(ImportKind kind, byte[] bytes)
    {
        await using var content = new MemoryStream(bytes);
        return (await host.Get<StageImport>().HandleAsync(new StageImportRequest("x", content, kind), Keeper.Id, Now)).Refusal;
    }

    public async Task<ImportReport> TryAsync(ImportRequest request, Person? by = null) =>
        (await host.Get<DryRunImport>().HandleAsync(request, (by ?? Keeper).Id, new Heard(), Now)).Value;

    public Task<ImportReport> TryAsync(ImportKind kind, string text, Person? by = null) => TryBytesAsync(kind, Encoding.UTF8.GetBytes(text), by);

    public async Task<ImportReport> TryBytesAsync(ImportKind kind, byte[] bytes, Person? by = null) => await TryAsync(await FileAsync(kind, bytes, by), by);

    /// <summary>Tries and writes, as a person does.</summary>
    public async Task<ImportReport> ImportAsync(ImportKind kind, string text, Person? by = null) =>
        (await ImportAsync(await FileAsync(kind, text, by), by)).Value;

    public async Task<Result<ImportReport>> ImportAsync(ImportRequest request, Person? by = null, IProgress<ImportProgress>? progress = null, CancellationToken? cancel = null)
    {
        var seen = await TryAsync(request, by);
        return await host.Get<RunImport>().HandleAsync(request with { Seen = seen.Digest }, (by ?? Keeper).Id, progress ?? new Heard(), cancel ?? Now);
    }

    /// <summary>Everything an import may touch, in one text.</summary>
    public async Task<string> StateAsync()
    {
        await using var kept = await host.OpenDatabaseAsync();
        var units = await kept.Units.CountAsync(Now);
        var closures = await kept.UnitClosures.CountAsync(Now);
        var people = await kept.People.OrderBy(person => person.Account).Select(person => $"{person.Account}:{person.Name}:{person.Version}").ToListAsync(Now);
        var rest = (await kept.Posts.CountAsync(Now), await kept.Users.CountAsync(Now), await kept.PersonTokens.CountAsync(Now), await kept.AuditEntries.CountAsync(Now),
            await kept.DirectoryChanges.CountAsync(Now));
        return $"{units} {closures} {string.Join(',', people)} {rest}";
    }

    /// <summary>The one problem of the one refused row.</summary>
    public static (int Row, ImportField? Field, string Why) Problem(ImportReport report)
    {
        var row = Assert.Single(report.Refused);
        var problem = Assert.Single(row.Problems);
        return (row.Row.Number, problem.Field, problem.Refusal.TextKey);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private sealed class Heard : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Assert.InRange(value.Percent, 0, 100);
    }
}
