using System.Net;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

public sealed class ExportTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase(ImportKind.Units, true)]
    [EveryDatabase(ImportKind.Units, false)]
    [EveryDatabase(ImportKind.People, true)]
    [EveryDatabase(ImportKind.People, false)]
    public async Task What_is_exported_can_be_imported_again_and_changes_nothing(Database database, ImportKind kind, bool isWorkbook)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var group = await scene.Host.Given.UnitAsync("=财务/审计组", scene.Office, scene.Bureau, UnitKind.Department);
        var person = await scene.Host.Given.PersonAsync("+王𠮷浩", group, "-", "+86 138 1234 2077", "wang.hao");
        await scene.Host.Given.PostAsync(person, scene.Bureau, "@党组,成员;\"甲\"");

        var bytes = await BytesAsync(scene, kind, isWorkbook ? SheetFormat.Xlsx : SheetFormat.Csv, scene.Keeper);
        var report = await scene.TryBytesAsync(kind, bytes);

        Assert.Equal((0, 0, 0), (report[ImportFate.Added], report[ImportFate.Changed], report[ImportFate.Refused]));
        Assert.Equal(kind == ImportKind.Units ? 3 : 4, report[ImportFate.Unchanged]);
    }

    [Theory, EveryDatabase]
    public async Task An_export_holds_the_own_subtree_no_formula_and_is_audited(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await scene.Host.Given.PersonAsync("=HYPERLINK(1)", scene.Office, "科员");

        var text = System.Text.Encoding.UTF8.GetString(await BytesAsync(scene, ImportKind.People, SheetFormat.Csv, scene.Keeper));
        var refused = await scene.Host.Get<ExportDirectory>().HandleAsync(ImportKind.People, SheetFormat.Csv, scene.Clerk.Id, Now);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var act = await kept.AuditEntries.SingleAsync(Now);
        Assert.Contains(",'=HYPERLINK(1),", text, StringComparison.Ordinal);
        Assert.Contains("lin.xiaoyu", text, StringComparison.Ordinal);
        Assert.DoesNotContain("符海宁", text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotFound, refused.Refusal?.Kind);
        Assert.Equal(("directory.export", scene.Keeper.Id), (act.Action, act.ActorId!.Value));
    }

    [Theory]
    [EveryDatabase(ImportKind.Units)]
    [EveryDatabase(ImportKind.People)]
    public async Task One_question_finds_just_the_units_the_powers_would_allow(Database database, ImportKind kind)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var given = scene.Host.Given;
        var guided = await given.UnitAsync("三亚市教育局", guidedBy: scene.Bureau);
        var officer = await given.UnitAsync("万宁市卫健委");
        await given.UnitAsync("规划科", officer, kind: UnitKind.Department);
        await given.UnitAsync("琼海市公安局");
        await given.RoleAsync(scene.Keeper, AdminRole.Unit, scene.Bureau, Line.Business);
        await given.RoleAsync(scene.Keeper, AdminRole.InformationOfficer, officer);
        await given.RoleAsync(scene.Keeper, AdminRole.Auditor, await given.UnitAsync("东方市审计局"));

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var managed = await ManagedUnits.ReadAsync(kept, scene.Keeper.Id, kind, Now);

        var allowed = new HashSet<UnitId>();
        foreach (var unit in await kept.Units.Select(unit => unit.Id).ToListAsync(Now))
        {
            if (kind == ImportKind.Units
                ? await Powers.MayManageUnitAsync(kept, scene.Keeper.Id, unit, Now)
                : await Powers.MayManagePeopleOfUnitAsync(kept, scene.Keeper.Id, unit, Now))
            {
                allowed.Add(unit);
            }
        }

        Assert.Contains(guided.Id, managed!);
        Assert.Equal(kind == ImportKind.People, managed!.Contains(officer.Id));
        Assert.Equal(allowed, managed);
    }

    [Theory]
    [EveryDatabase(ImportKind.Units)]
    [EveryDatabase(ImportKind.People)]
    public async Task A_template_is_understood_and_imports_nothing(Database database, ImportKind kind)
    {
        await using var scene = await ImportScene.StartAsync(database);
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            var made = await scene.Host.Get<MakeTemplate>().HandleAsync(kind, format, scene.Keeper.Id, Now);
            await using var content = made.Value.Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, Now);

            var request = await scene.FileAsync(kind, bytes.ToArray());

            Assert.Equal(ImportFields.Of(kind).Cast<ImportField?>(), request.Columns);
            Assert.Empty(request.File.Data());
        }
    }

    [Theory, EveryDatabase]
    public async Task The_doors_let_administrators_only_in(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        using var keeper = await Browser.SignedInAsync(scene.Host, scene.Keeper.Account);
        using var clerk = await Browser.SignedInAsync(scene.Host, scene.Clerk.Account);
        await scene.TryAsync(ImportKind.People, "账号,姓名,单位,职务\nwang.hao,王浩,没有,科员\n");

        var page = await keeper.GetAsync("/admin/import");
        var units = await keeper.GetAsync("/admin/export/units.csv");
        var template = await keeper.GetAsync("/admin/import/template/people.xlsx");
        var closed = await clerk.GetAsync("/admin/export/units.csv");
        var hidden = await clerk.GetAsync("/admin/import");
        var odd = await keeper.GetAsync("/admin/export/units.exe");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, units.StatusCode, template.StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (closed.StatusCode, hidden.StatusCode, odd.StatusCode));
    }

    private static async Task<byte[]> BytesAsync(ImportScene scene, ImportKind kind, SheetFormat format, Person by)
    {
        var made = await scene.Host.Get<ExportDirectory>().HandleAsync(kind, format, by.Id, Now);
        await using var content = made.Value.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Now);
        return bytes.ToArray();
    }
}
