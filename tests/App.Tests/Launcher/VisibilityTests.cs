using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;
using static HaiZhengTong.App.Tests.Launcher.Applications;

namespace HaiZhengTong.App.Tests.Launcher;

public sealed class VisibilityTests
{
    [Theory, EveryDatabase]
    public async Task A_subtree_is_seen_by_those_below_it_on_its_line_only(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, county, other) = await UnitsAsync(host);
        var above = await host.Given.PersonAsync("陈思远", province);
        var below = await host.Given.PersonAsync("林小雨", county);
        var beside = await host.Given.PersonAsync("王浩然", other);
        await host.ApplicationAsync("教育条线", Terms(Subtree(province, Line.Business)));
        await host.ApplicationAsync("本厅内部", Terms(Subtree(province)));

        Assert.Equal(["教育条线", "本厅内部"], await NamesAsync(host, above));
        Assert.Equal(["教育条线"], await NamesAsync(host, below));
        Assert.Empty(await NamesAsync(host, beside));
    }

    [Theory, EveryDatabase]
    public async Task An_exclusion_is_stronger_than_everything(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, county, _) = await UnitsAsync(host);
        var lin = await host.Given.PersonAsync("林小雨", county);
        var wang = await host.Given.PersonAsync("王浩然", county);
        await host.ApplicationAsync("除一人", Terms(Everyone(), Only(lin, exclude: true)));
        await host.ApplicationAsync("除一县", Terms(Subtree(province, Line.Business), Subtree(county, exclude: true)));
        await host.ApplicationAsync("只除不含", Terms(Only(lin, exclude: true)));

        Assert.Empty(await NamesAsync(host, lin));
        Assert.Equal(["除一人"], await NamesAsync(host, wang));
    }

    [Theory, EveryDatabase]
    public async Task A_duty_counts_on_any_post_and_within_a_subtree_only_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, county, other) = await UnitsAsync(host);
        var lin = await host.Given.PersonAsync("林小雨", county);
        await host.Given.PostAsync(lin, other, "值班员", "duty-officer");
        var wang = await host.Given.PersonAsync("王浩然", other);
        await host.ApplicationAsync("值班系统", Terms(Duty("duty-officer")));
        await host.ApplicationAsync("教育值班", Terms(Subtree(province, Line.Business, "duty-officer")));

        Assert.Equal(["值班系统"], await NamesAsync(host, lin));
        Assert.Empty(await NamesAsync(host, wang));
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_application_does_not_exist_for_a_stranger_behind_any_door(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, _, other) = await UnitsAsync(host);
        var insider = await host.Given.PersonAsync("陈思远", province);
        var stranger = await host.Given.PersonAsync("王浩然", other);
        var application = await host.ApplicationAsync("本厅内部", Terms(Subtree(province)));

        var opened = await host.Get<OpenApplication>().HandleAsync(application.Id, insider.Id, Cancel);
        var refused = await host.Get<OpenApplication>().HandleAsync(application.Id, stranger.Id, Cancel);
        var unknown = await host.Get<OpenApplication>().HandleAsync(OaApplicationId.New(), stranger.Id, Cancel);
        var starred = await host.Get<SetFavourite>().HandleAsync(application.Id, true, stranger.Id, Cancel);

        Assert.Equal(application.Address, opened.Value.AbsoluteUri);
        Assert.Equal(unknown.Refusal, refused.Refusal);
        Assert.Equal(RefusalKind.NotFound, refused.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, starred.Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_script_that_came_into_the_database_is_never_opened(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, _, _) = await UnitsAsync(host);
        var lin = await host.Given.PersonAsync("林小雨", province);
        var application = await host.ApplicationAsync("坏地址");
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.Attach(application);
            application.Address = "javascript:alert(1)";
            await kept.SaveChangesAsync(Cancel);
        }

        var opened = await host.Get<OpenApplication>().HandleAsync(application.Id, lin.Id, Cancel);

        Assert.Equal(RefusalKind.NotFound, opened.Refusal?.Kind);
    }

    [Theory]
    [EveryDatabase("督查", 1)]
    [EveryDatabase("dcdb", 1)]
    [EveryDatabase("Ducha Duban", 1)]
    [EveryDatabase("ＯＡ", 1)]
    [EveryDatabase("没有", 0)]
    [EveryDatabase("  ", 2)]
    public async Task It_is_found_by_name_pinyin_and_initials(Database database, string typed, int hits)
    {
        await using var host = await TestHost.StartAsync(database);
        var (province, _, _) = await UnitsAsync(host);
        var lin = await host.Given.PersonAsync("林小雨", province);
        await host.ApplicationAsync("督查督办");
        await host.ApplicationAsync("厅局 OA 办公");

        var found = await host.Get<ListApplications>().HandleAsync(typed, lin.Id, Cancel);

        Assert.Equal(hits, found.Tiles.Count);
        Assert.Equal(2, found.Total);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The province's education department guides the county's bureau; the third has nothing to do with either.
    private static async Task<(Unit Province, Unit County, Unit Other)> UnitsAsync(TestHost host)
    {
        var province = await host.Given.UnitAsync("省教育厅");
        var county = await host.Given.UnitAsync("文昌市教育局", guidedBy: province);
        var other = await host.Given.UnitAsync("省水务厅");
        return (province, county, other);
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestHost host, Person person) =>
        (await host.Get<ListApplications>().HandleAsync(null, person.Id, Cancel)).Tiles.Select(tile => tile.Name);
}
