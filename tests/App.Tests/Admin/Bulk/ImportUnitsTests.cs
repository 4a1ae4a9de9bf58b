using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

public sealed class ImportUnitsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Units_in_any_order_are_added_with_both_lines(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        const string text = """
            单位,名称,简称,类型,上级,业务上级,排序
            海南省/保亭县教育局/基础教育科/学籍组,,,部门,,,
            海南省/保亭县教育局/基础教育科,,基教科,部门,,,20
            ,保亭县第一小学,,单位,海南省/保亭县教育局,海南省/保亭县教育局,
            469029,响水镇,,区划,海南省/保亭县教育局,,
            469029/中心校,,,,,,
            """;

        var report = await scene.ImportAsync(ImportKind.Units, text.Replace("469029/中心校,,,,,,", ",中心校,,office,469029,,", StringComparison.Ordinal));

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var group = await kept.Units.SingleAsync(unit => unit.Name == "学籍组", Now);
        var town = await kept.Units.SingleAsync(unit => unit.Name == "响水镇", Now);
        Assert.Equal(5, report[ImportFate.Added]);
        Assert.Equal("469029", town.DivisionCode);
        Assert.Equal(4, await kept.UnitClosures.CountAsync(row => row.Line == Line.Administrative && row.DescendantId == group.Id, Now));
        await AssertClosuresAsync(scene);
    }

    [Theory, EveryDatabase]
    public async Task A_renamed_and_moved_unit_takes_what_is_below_along_and_the_same_file_changes_nothing_more(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await scene.Host.Given.UnitAsync("文书组", scene.Office, kind: UnitKind.Department);
        var school = await scene.Host.Given.UnitAsync("保亭中学", scene.Bureau, scene.Bureau);
        const string text = """
            单位,名称,类型,上级,业务上级
            海南省/保亭县教育局/办公室,综合办公室,部门,海南省/保亭县教育局/保亭中学,
            海南省/保亭县教育局/办公室/文书组,文书组,部门,海南省/保亭县教育局/办公室,
            海南省/保亭县教育局/保亭中学,保亭中学,单位,海南省/保亭县教育局,-
            """;

        var report = await scene.ImportAsync(ImportKind.Units, text);
        var before = await scene.StateAsync();
        var again = await scene.ImportAsync(ImportKind.Units, text);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var office = await kept.Units.SingleAsync(unit => unit.Id == scene.Office.Id, Now);
        Assert.Equal((0, 2, 1), (report[ImportFate.Added], report[ImportFate.Changed], report[ImportFate.Unchanged]));
        Assert.Equal(("综合办公室", school.Id), (office.Name, office.ParentId!.Value));
        Assert.Null((await kept.Units.SingleAsync(unit => unit.Id == school.Id, Now)).LineParentId);
        Assert.Equal((0, 3), (again[ImportFate.Changed], again[ImportFate.Unchanged]));
        Assert.Equal(before, await scene.StateAsync());
        await AssertClosuresAsync(scene);
    }

    [Theory]
    [EveryDatabase("海南省/保亭县教育局,,,海南省/保亭县教育局/办公室,", ImportField.Parent, "Bulk.Circle")]
    [EveryDatabase("海南省/保亭县教育局,,,,海南省/保亭县教育局/办公室", ImportField.Superior, "Bulk.Circle")]
    [EveryDatabase("海南省/保亭县教育局/办公室/甲组,,,,", ImportField.Kind, "Bulk.CellMissing")]
    [EveryDatabase("海南省/保亭县教育局/办公室/甲组,,衙门,,", ImportField.Kind, "Bulk.UnknownKind")]
    [EveryDatabase("海南省/保亭县教育局/办公室,,单位,,", ImportField.Kind, "Bulk.KindStays")]
    [EveryDatabase("海南省/没有/甲组,,部门,,", ImportField.Unit, "Bulk.UnknownUnit")]
    [EveryDatabase("海南省/省政府办公厅/甲组,,部门,,", ImportField.Unit, "Bulk.UnknownUnit")]
    [EveryDatabase("海南省/省政府办公厅,,,,", ImportField.Unit, "Bulk.UnknownUnit")]
    [EveryDatabase("海南省/保亭县教育局/办公室,,,海南省/省政府办公厅,", ImportField.Parent, "Bulk.UnknownUnit")]
    [EveryDatabase("海南省/保亭县教育局/办公室,,,-,", ImportField.Parent, "People.UnitNeedsParent")]
    [EveryDatabase("海南省/保亭县教育局/办公室/甲组,,单位,,", ImportField.Parent, "People.OnlyDepartmentsInside")]
    [EveryDatabase("01890000-0000-7000-8000-000000000000,甲组,部门,,", ImportField.Unit, "Bulk.UnknownUnit")]
    public async Task What_is_wrong_with_a_row_is_told_by_number_and_column(Database database, string row, ImportField field, string why)
    {
        await using var scene = await ImportScene.StartAsync(database);

        var report = await scene.TryAsync(ImportKind.Units, $"单位,名称,类型,上级,业务上级\n{row}\n");

        Assert.Equal((2, field, why), ImportScene.Problem(report));
    }

    [Theory, EveryDatabase]
    public async Task Circles_among_new_units_and_twins_are_refused(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);

        var circle = await scene.TryAsync(ImportKind.Units, "名称,类型,上级\n甲,部门,乙\n乙,部门,甲\n");
        var twins = await scene.TryAsync(ImportKind.Units, "单位,名称,类型,上级\n海南省/保亭县教育局/甲,,部门,\n,甲,部门,海南省/保亭县教育局\n");
        var taken = await scene.TryAsync(ImportKind.Units, "单位,名称\n海南省/保亭县教育局/办公室,\n海南省/保亭县教育局,办公室\n", scene.Province);

        Assert.Equal(2, circle[ImportFate.Refused]);
        Assert.Equal((3, null, "Bulk.SameUnitTwice"), ImportScene.Problem(twins));
        Assert.Equal((0, 1), (taken[ImportFate.Refused], taken[ImportFate.Changed]));
    }

    private static async Task AssertClosuresAsync(ImportScene scene)
    {
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var units = await kept.Units.AsNoTracking().ToListAsync(Now);
        var expected = Enum.GetValues<Line>().SelectMany(line => UnitLines.Closure(units, line)).Select(Text).Order(StringComparer.Ordinal);
        var rows = await kept.UnitClosures.AsNoTracking().ToListAsync(Now);

        Assert.Equal(expected, rows.Select(Text).Order(StringComparer.Ordinal));
    }

    private static string Text(UnitClosure row) => $"{row.Line} {row.AncestorId} {row.DescendantId} {row.Depth}";
}
