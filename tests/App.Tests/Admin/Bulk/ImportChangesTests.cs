using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

/// <summary>What a file changes stands in the change lists of the people and units; rank, visibility and last day come in by file too.</summary>
public sealed class ImportChangesTests
{
    private const string Path = "海南省/保亭县教育局/办公室";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Whoever_a_file_adds_or_changes_has_it_in_the_change_list(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await scene.ImportAsync(
            ImportKind.People,
            $"{ImportScene.People}wang.hao,王浩,,,{Path},主任,,,512,是\nwang.hao,王浩,,,海南省/保亭县教育局,党组成员,,,,否\nlin.xiaoyu,林晓雨,,13800132077,{Path},科员,,,301,\nlin.xiaoyu,林晓雨,,,{Path},联络员,,,,否\n");

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var rows = await kept.DirectoryChanges.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Now);
        var listed = await scene.Host.Get<ListChanges>().HandleAsync(new ListChangesRequest(scene.Clerk.Id, null), scene.Keeper.Id, Now);

        Assert.Equal(["person.add", "person.change", "post.add"], rows.Select(row => row.Action).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal((DirectoryChangeState.Done, "人员.csv", scene.Keeper.Id, scene.Office.Id), (row.State, row.Reason, row.MadeBy, row.UnitId!.Value)));
        var changed = Assert.Single(listed.Value.Changes, change => change.Action == "person.change");
        Assert.Equal([("name", "林小雨", "林晓雨"), ("room", null, "301")], changed.Fields.Select(field => (field.Name, field.Before, field.After)));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_a_file_adds_or_renames_has_it_in_the_change_list(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        await scene.ImportAsync(ImportKind.Units, $"{ImportScene.Units}海南省/保亭县教育局/督导室,,,部门,,,\n{Path},综合办公室,,,,,\n");

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var rows = await kept.DirectoryChanges.AsNoTracking().ToListAsync(Now);

        Assert.Equal(["unit.add", "unit.rename"], rows.Select(row => row.Action).Order(StringComparer.Ordinal));
        Assert.Contains("综合办公室", rows.Single(row => row.Action == "unit.rename").After, StringComparison.Ordinal);
        Assert.Equal(scene.Office.Id, rows.Single(row => row.Action == "unit.rename").UnitId);
    }

    [Theory, EveryDatabase]
    public async Task Order_visibility_and_last_day_come_in_by_file(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var text = $"账号,姓名,单位,职务,主职,单位内排序,可见范围,截止日期\nlin.xiaoyu,林小雨,{Path},科员,,5,同单位同事,\nlin.xiaoyu,林小雨,{Path},联络员,否,7,所有人,2099年6月30日\n";
        var first = await scene.ImportAsync(ImportKind.People, text);
        var again = await scene.TryAsync(ImportKind.People, text);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var posts = await kept.Posts.AsNoTracking().Where(post => post.PersonId == scene.Clerk.Id).OrderBy(post => post.RankSort).ToListAsync(Now);
        Assert.Equal(
            [(5, PostVisibility.Office, null), (7, PostVisibility.Everyone, new DateOnly(2099, 6, 30))],
            posts.Select(post => (post.RankSort, post.Visibility, post.EndsOn)));
        Assert.Equal((1, 1, 2), (first[ImportFate.Added], first[ImportFate.Changed], again[ImportFate.Unchanged]));
    }

    [Theory]
    [EveryDatabase("否,x,,", ImportField.Rank, "Bulk.NotANumber")]
    [EveryDatabase("否,,谁都行,", ImportField.Visibility, "Bulk.UnknownVisibility")]
    [EveryDatabase("否,,,下周", ImportField.EndsOn, "Bulk.NotADay")]
    [EveryDatabase("否,,,2001-01-01", ImportField.EndsOn, "People.EndsInThePast")]
    public async Task What_cannot_be_read_is_refused_with_row_and_column(Database database, string cells, ImportField field, string why)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var report = await scene.TryAsync(ImportKind.People, $"账号,姓名,单位,职务,主职,单位内排序,可见范围,截止日期\nlin.xiaoyu,林小雨,{Path},联络员,{cells}\n");

        Assert.Equal((2, field, why), ImportScene.Problem(report));
    }
}
