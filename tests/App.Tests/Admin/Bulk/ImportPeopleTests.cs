using System.Text;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Bulk;

public sealed class ImportPeopleTests
{
    private const string Path = "海南省/保亭县教育局/办公室";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task People_with_posts_are_added_found_and_cannot_sign_in_yet(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var text = $"{ImportScene.People}ouyang.yaqi,欧阳雅琪,,138 0013 5566,{Path},主任,office-director,0898-1234,512,\nouyang.yaqi,欧阳雅琪,,,海南省/保亭县教育局,党组成员,,,,否\nwang.hao,王𠮷浩,,,{scene.Office.Id},科员,,,,是\n";

        var report = await scene.ImportAsync(ImportKind.People, text);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(row => row.Account == "ouyang.yaqi", Now);
        var posts = await kept.Posts.Where(post => post.PersonId == person.Id).OrderByDescending(post => post.IsMain).ToListAsync(Now);
        var account = await kept.Users.SingleAsync(row => row.PersonId == person.Id, Now);
        var found = await scene.Host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("oyyq", scene.Keeper.Id), Now);
        var act = await kept.AuditEntries.SingleAsync(Now);
        Assert.Equal((3, 0, 0), (report[ImportFate.Added], report[ImportFate.Changed], report[ImportFate.Refused]));
        Assert.Equal(["主任", "党组成员"], posts.Select(post => post.Title));
        Assert.Equal((true, "office-director", "512", "0898-1234"), (posts[0].IsMain, posts[0].Duty, posts[0].Room, posts[0].OfficePhone));
        Assert.Null(account.PasswordHash);
        Assert.Equal("欧阳雅琪", Assert.Single(found.People).Name);
        Assert.Equal("directory.import", act.Action);
        Assert.Contains("\"added\":3", act.Detail, StringComparison.Ordinal);
        Assert.Contains("sha256", act.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_twice_writes_nothing(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var text = $"{ImportScene.People}ouyang.yaqi,欧阳雅琪,ou yang ya qi,138 0013 5566,{Path},主任,office-director,0898-1234,512,是\nlin.xiaoyu,林小雨,,13900000000,{Path},科员,,,,\n";
        await scene.ImportAsync(ImportKind.People, text);
        var before = await scene.StateAsync();

        var again = await scene.ImportAsync(ImportKind.People, text);

        Assert.Equal((0, 0, 2, 0), (again[ImportFate.Added], again[ImportFate.Changed], again[ImportFate.Unchanged], again[ImportFate.Refused]));
        Assert.False(again.IsReady);
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_a_row_changes_is_named_and_everything_else_stays(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var text = $"账号,姓名,手机,单位,职务,房间\nLin.Xiaoyu,林晓雨,-,{Path},科员,301\n";

        var report = await scene.ImportAsync(ImportKind.People, text);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(row => row.Id == scene.Clerk.Id, Now);
        var post = await kept.Posts.SingleAsync(row => row.PersonId == person.Id, Now);
        var found = await scene.Host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("林晓雨", scene.Keeper.Id), Now);
        var row = Assert.Single(report.First(ImportFate.Changed));
        Assert.Equal([ImportField.Name, ImportField.Mobile, ImportField.Room], row.Changes.Select(change => change.Field));
        Assert.Equal(("林晓雨", null, "301", true), (person.Name, person.Mobile, post.Room, post.IsMain));
        Assert.Single(found.People);
    }

    [Theory, EveryDatabase]
    public async Task The_main_post_changes_hands_within_one_file(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var text = $"账号,姓名,单位,职务,主职\nlin.xiaoyu,林小雨,{Path},科员,否\nlin.xiaoyu,林小雨,海南省/保亭县教育局,副局长,是\n";

        await scene.ImportAsync(ImportKind.People, text);

        await using var kept = await scene.Host.OpenDatabaseAsync();
        var main = await kept.Posts.SingleAsync(post => post.PersonId == scene.Clerk.Id && post.IsMain, Now);
        Assert.Equal("副局长", main.Title);
    }

    [Theory]
    [EveryDatabase("GB18030")]
    [EveryDatabase("utf-16")]
    [EveryDatabase("utf-8")]
    public async Task A_file_in_any_encoding_of_the_office_is_read(Database database, string name)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var encoding = name == "GB18030" ? TextEncoding.Chinese : Encoding.GetEncoding(name);
        var text = $"账号\t姓名\t单位\t职务\r\nwang.hao\t王𠮷浩\t{Path}\t科员\r\n";

        var report = await scene.TryBytesAsync(ImportKind.People, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal("王𠮷浩 wang.hao", Assert.Single(report.First(ImportFate.Added)).Subject);
    }

    [Theory]
    [EveryDatabase(",王浩,海南省/保亭县教育局/办公室,科员,,", ImportField.Account, "Bulk.CellMissing")]
    [EveryDatabase("王浩,王浩,海南省/保亭县教育局/办公室,科员,,", ImportField.Account, "People.AccountForm")]
    [EveryDatabase("wang.hao,王浩,海南省/保亭县教育局/没有,科员,,", ImportField.Unit, "Bulk.UnknownUnit")]
    [EveryDatabase("wang.hao,王浩,海南省/省政府办公厅,科员,,", ImportField.Unit, "Bulk.UnknownUnit")]
    [EveryDatabase("wang.hao,王浩,海南省/保亭县教育局/办公室,科员,12a,", ImportField.Mobile, "People.MobileForm")]
    [EveryDatabase("wang.hao,王浩,海南省/保亭县教育局/办公室,科员,,也许", ImportField.Main, "Bulk.NotYesNo")]
    [EveryDatabase("wang.hao,王浩,海南省/保亭县教育局/办公室,科员,,否", ImportField.Main, "Bulk.NoMainPost")]
    [EveryDatabase("lin.xiaoyu,林小雨,海南省/保亭县教育局,副局长,,是", ImportField.Main, "Bulk.TwoMainPosts")]
    [EveryDatabase("wang.hao,王浩,海南省/保亭县教育局/办公室", ImportField.Title, "Bulk.CellMissing")]
    [EveryDatabase("wang.hao,\"王浩,海南省", null, "Bulk.BrokenRow")]
    [EveryDatabase("u3,符海宁,海南省/保亭县教育局/办公室,科员,,", ImportField.Account, "People.AccountTaken")]
    public async Task What_is_wrong_with_a_row_is_told_by_number_and_column(Database database, string row, ImportField? field, string why)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var request = await scene.FileAsync(ImportKind.People, $"账号,姓名,单位,职务,手机,主职\n\n{row}\n");
        var before = await scene.StateAsync();

        var report = await scene.TryAsync(request);
        var run = await scene.ImportAsync(request);

        Assert.Equal((3, field, why), ImportScene.Problem(report));
        Assert.Equal("Bulk.HasRefused", run.Refusal?.TextKey);
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory]
    [EveryDatabase("wang.hao,王浩,{0},科员,是\nwang.hao,王浩,{0},主任,是", 3, ImportField.Main, "Bulk.TwoMainPosts")]
    [EveryDatabase("wang.hao,王浩,{0},科员,\nwang.hao,王皓,{0},主任,", 3, ImportField.Account, "Bulk.AccountTwice")]
    [EveryDatabase("wang.hao,王浩,{0},科员,\nWANG.hao,王浩,{0},科员,", 3, ImportField.Account, "Bulk.AccountTwice")]
    public async Task Rows_that_contradict_each_other_are_refused(Database database, string rows, int number, ImportField field, string why)
    {
        await using var scene = await ImportScene.StartAsync(database);

        var report = await scene.TryAsync(ImportKind.People, $"账号,姓名,单位,职务,主职\n{rows.Replace("{0}", Path, StringComparison.Ordinal)}\n");

        Assert.Equal((number, field, why), ImportScene.Problem(report));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_account_is_taken_and_nothing_more_is_said(Database database)
    {
        await using var scene = await ImportScene.StartAsync(database);
        var elsewhere = await scene.Host.Given.UnitAsync("三亚市教育局");
        await scene.Host.Given.PersonAsync("吴清源", elsewhere, account: "wu.qingyuan");

        var report = await scene.TryAsync(ImportKind.People, $"账号,姓名,单位,职务\nwu.qingyuan,吴清,{Path},科员\n");

        var problem = Assert.Single(Assert.Single(report.Refused).Problems);
        Assert.Equal("People.AccountTaken", problem.Refusal.TextKey);
        Assert.DoesNotContain("吴清源", string.Join(' ', problem.Refusal.Arguments), StringComparison.Ordinal);
    }
}
