using Bunit;
using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Launcher;

public sealed class LauncherPageTests : Stage
{
    private Person _lin = null!;

    [Fact]
    public void While_it_loads_quiet_rows_stand_there()
    {
        Between.Opening = new TaskCompletionSource().Task;

        var page = Render<LauncherPage>();

        Assert.Single(page.FindAll("[aria-busy=true]"));
        Assert.Empty(page.FindAll(".app-tile, .empty"));
    }

    [Fact]
    public void Whoever_may_open_nothing_is_told_whom_to_ask()
    {
        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Contains("请联系本单位管理员", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_out_of_reach_is_told_and_a_new_try_offered()
    {
        Between.Break();

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Equal("apps", page.Find(".failed a").GetAttribute("href")));
    }

    [Fact]
    public async Task Tiles_stand_under_their_headings_and_open_in_a_tab_of_their_own()
    {
        var mail = await AddAsync("公务邮箱", "办公", 1);
        await AddAsync("财政一体化", "财务", 2);
        await AddAsync("公文交换", "办公", 3);

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Equal(["办公2", "财务1"], page.FindAll(".app-group h2").Select(heading => heading.TextContent)));
        Assert.Contains("向您开放 3 个应用", page.Find(".page-head").TextContent, StringComparison.Ordinal);
        var tile = page.Find(".tile");
        Assert.Equal(($"apps/{mail}/open", "_blank", "noopener noreferrer"), (tile.GetAttribute("href"), tile.GetAttribute("target"), tile.GetAttribute("rel")));
    }

    [Fact]
    public async Task What_is_meant_for_others_is_not_there()
    {
        await AddAsync("公务邮箱", "办公", 1);
        await AddAsync("人事档案", "办公", 2, somebodyElse: true);

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Equal(["公务邮箱"], page.FindAll(".app-name").Select(name => name.TextContent)));
    }

    [Fact]
    public async Task Favourites_come_first_and_their_star_is_pressed()
    {
        await AddAsync("公务邮箱", "办公", 1);
        await StarAsync(await AddAsync("公文交换", "办公", 2));

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Equal("公文交换", page.Find("[aria-labelledby=app-favourites] .app-name").TextContent));
        Assert.Equal("true", page.Find("[aria-labelledby=app-favourites] .star").GetAttribute("aria-pressed"));
        Assert.Empty(page.FindAll("#app-favourites a"));
    }

    [Fact]
    public async Task Two_favourites_can_be_put_in_order()
    {
        await StarAsync(await AddAsync("公务邮箱", "办公", 1));
        await StarAsync(await AddAsync("公文交换", "办公", 2));
        Visit("/apps?arrange=true");

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.Equal("完成", page.Find("#app-favourites a").TextContent));
        Assert.Equal(["前移：公务邮箱", "后移：公务邮箱"], page.FindAll(".app-tile")[0].QuerySelectorAll("button").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task What_is_not_found_offers_the_way_back_to_all()
    {
        await AddAsync("公务邮箱", "办公", 1);
        Visit("/apps?q=查无此应用");

        var page = Render<LauncherPage>();

        page.WaitForAssertion(() => Assert.False(page.Find("[data-app-none]").HasAttribute("hidden")));
        Assert.Equal("查无此应用", page.Find("input[name=q]").GetAttribute("value"));
        Assert.Empty(page.FindAll(".app-tile"));
    }

    protected override async Task ArrangeAsync()
    {
        _lin = await Host.Given.PersonAsync("林小雨", await Host.Given.UnitAsync("海口市教育局"));
        SignIn(_lin);
    }

    private async Task<OaApplicationId> AddAsync(string name, string category, int sort, bool somebodyElse = false)
    {
        var details = new ApplicationDetails(name, "", 1, "https://oa.example.gov.cn/", category, OaApplicationKind.Application, sort);
        var application = OaApplication.Create(OaApplicationId.New(), details).Value;
        await using var database = await Host.OpenDatabaseAsync();
        if (somebodyElse)
        {
            var audience = AudienceId.New();
            database.Add(new Audience
            {
                Id = audience,
                Name = name,
                Terms = [new AudienceTerm { AudienceId = audience, Ordinal = 0, Kind = AudienceTermKind.Duty, Duty = "leader" }],
            });
            application.AudienceId = audience;
        }

        database.Add(application);
        await database.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        return application.Id;
    }

    private async Task StarAsync(OaApplicationId application) =>
        await Host.Get<SetFavourite>().HandleAsync(application, true, _lin.Id, Xunit.TestContext.Current.CancellationToken);
}
