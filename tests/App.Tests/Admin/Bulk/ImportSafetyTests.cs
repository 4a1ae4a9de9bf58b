using System.Globalization;
using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

public sealed class ImportSafetyTests
{
    private const string Path = "海南省/保亭县教育局/办公室";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase("write")]
    [EveryDatabase("check")]
    public async Task Cancelled_in_the_middle_nothing_is_left(Database database, string stage)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, Many(5_000));
        var before = await scene.StateAsync();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scene.ImportAsync(request, progress: new At(stage, cancel.Cancel), cancel: cancel.Token));

        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_failure_in_the_middle_leaves_nothing(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, Many(5_000) + $"lin.xiaoyu,林晓雨,{Path},科员\n");
        var before = await scene.StateAsync();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            scene.ImportAsync(request, progress: new At("write", () => throw new InvalidTimeZoneException())));

        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_changed_since_the_dry_run_is_a_conflict_and_nothing_is_written(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, $"账号,姓名,单位,职务\nlin.xiaoyu,林晓雨,{Path},科员\n");
        var seen = await scene.TryAsync(request);
        await scene.ImportAsync(ImportKind.People, $"账号,姓名,单位,职务\nlin.xiaoyu,林晓宇,{Path},科员\n");
        var before = await scene.StateAsync();
        request = (await scene.FileAsync(ImportKind.People, $"账号,姓名,单位,职务\nlin.xiaoyu,林晓雨,{Path},科员\n")) with { Seen = seen.Digest };

        var run = await scene.Host.Get<RunImport>().HandleAsync(request, scene.Keeper.Id, new At("", () => { }), Now);

        Assert.Equal((RefusalKind.Conflict, "Bulk.ChangedMeanwhile"), (run.Refusal?.Kind, run.Refusal?.TextKey));
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task Files_that_are_no_tables_are_refused_in_a_sentence(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);

        var empty = await scene.RefusedAsync(ImportKind.People, []);
        var blank = await scene.RefusedAsync(ImportKind.People, "\n \n,,\n"u8.ToArray());
        var old = await scene.RefusedAsync(ImportKind.People, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]);
        var damaged = await scene.RefusedAsync(ImportKind.People, "PK\u0003\u0004nothing"u8.ToArray());
        var large = await scene.RefusedAsync(ImportKind.People, new byte[FileStage.MaxBytes + 1]);

        Assert.Equal(
            ["Bulk.EmptyFile", "Bulk.EmptyFile", "Bulk.OldWorkbook", "Bulk.Damaged", "Bulk.TooLarge"],
            new[] { empty, blank, old, damaged, large }.Select(refusal => refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Missing_columns_are_refused_before_any_row(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, "账号,姓名,职务\nwang.hao,王浩,科员\n");
        var empty = await scene.FileAsync(ImportKind.People, ImportScene.People);

        var refused = await scene.Host.Get<DryRunImport>().HandleAsync(request, scene.Keeper.Id, new At("", () => { }), Now);
        var without = await scene.Host.Get<DryRunImport>().HandleAsync(empty, scene.Keeper.Id, new At("", () => { }), Now);

        Assert.Equal(("Bulk.ColumnsMissing", "Bulk.NoRows"), (refused.Refusal?.TextKey, without.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_manages_nothing_imports_nothing(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(ImportScene.People));

        var staged = await scene.Host.Get<StageImport>().HandleAsync(new StageImportRequest("a.csv", content, ImportKind.People), scene.Clerk.Id, Now);

        Assert.Equal(RefusalKind.NotFound, staged.Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_workbook_is_read_by_its_values(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await using var book = new MemoryStream();
        Dictionary<string, object> row = new()
        {
            ["账号"] = "wang.hao",
            ["姓名"] = "王𠮷浩",
            ["手机"] = 13812342077d,
            ["单位"] = Path,
            ["职务"] = "科员",
            ["主职"] = "是",
        };
        await book.SaveAsAsync(new[] { row }, cancellationToken: Now);
        var request = await scene.FileAsync(ImportKind.People, book.ToArray());

        var report = await scene.ImportAsync(request);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(found => found.Account == "wang.hao", Now);
        Assert.Equal(1, report.Value[ImportFate.Added]);
        Assert.Equal(("王𠮷浩", "13812342077"), (person.Name, person.Mobile));
    }

    private static string Many(int people) => "账号,姓名,单位,职务\n" + string.Concat(Enumerable.Range(0, people)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"w{number:D5},王浩,{Path},科员\n")));

    private sealed class At(string stage, Action act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage)
            {
                act();
            }
        }
    }
}
