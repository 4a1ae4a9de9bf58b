using Bunit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Parts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class DirectoryPanesTests : DirectoryContext
{
    [Fact]
    public void The_directory_opens_at_ones_own_office()
    {
        var page = Render<DirectoryPanes>();

        page.WaitForAssertion(() => Assert.Equal("省大数据管理局", page.Find("h1").TextContent));
        page.WaitForAssertion(() => Assert.Contains("符海宁", page.Find(".unit-people").TextContent, StringComparison.Ordinal));
        Assert.Equal("list", page.Find(".cols").GetAttribute("data-pane"));
    }

    [Fact]
    public void Whoever_sees_a_unit_may_take_along_what_is_seen_of_it()
    {
        var page = Render<DirectoryPanes>();

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".unit-head .menu-box a[download]").Count));
        Assert.Equal(
            [$"/people/units/{Office.Id}/export.xlsx", $"/people/units/{Office.Id}/export.csv", $"/people/units/{Office.Id}/export.xlsx?below=true", $"/people/units/{Office.Id}/export.csv?below=true"],
            page.FindAll(".unit-head .menu-box a[download]").Select(link => link.GetAttribute("href")));
        Assert.Contains("不含手机号码", page.Find(".unit-head .menu-box").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_shows_the_mobile_number_only_when_asked()
    {
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Person, Me.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("138****2077", page.Find(".kv").TextContent, StringComparison.Ordinal));

        page.Find(".kv .link").Click();

        page.WaitForAssertion(() => Assert.Contains("13812342077", page.Find(".kv").TextContent, StringComparison.Ordinal));
        Assert.Equal("fú hǎi níng", page.Find(".pc .sub").TextContent);
        Assert.Equal("side", page.Find(".cols").GetAttribute("data-pane"));
    }

    [Fact]
    public async Task Typing_finds_and_the_keys_choose()
    {
        var wang = await Host.Given.PersonAsync("王浩然", Department);
        var page = Render<DirectoryPanes>();

        await page.Find("input[role=combobox]").InputAsync("whr");
        page.WaitForAssertion(() => Assert.Contains("王浩然", page.Find("#people-found").TextContent, StringComparison.Ordinal));
        await page.Find("input[role=combobox]").KeyDownAsync("Enter");

        var address = Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri;
        Assert.EndsWith($"/people/units/{Department.Id}/{wang.Id}", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_says_what_to_try()
    {
        var page = Render<DirectoryPanes>();

        await page.Find("input[role=combobox]").InputAsync("<b>查无此人");

        page.WaitForAssertion(() => Assert.Contains("没有找到“<b>查无此人”", page.Find(".found .empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_unit_says_so()
    {
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Guid.CreateVersion7()));

        page.WaitForAssertion(() => Assert.Contains("没有这个单位", page.Find("[data-name=main] .empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_offers_to_try_again()
    {
        Between.Break();

        var page = Render<DirectoryPanes>();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-name=main] .failed button")));
    }

    [Fact]
    public void Only_an_administrator_sees_the_menu_of_the_unit()
    {
        var page = Render<DirectoryPanes>();

        page.WaitForAssertion(() => Assert.Equal("省大数据管理局", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll(".unit-head summary[aria-label=管理本单位]"));
    }

    [Fact]
    public async Task An_administrator_adds_a_person_and_sees_the_password_once()
    {
        var admin = await Host.Given.UnitAdministratorAsync(Office);
        var dialog = Render<AddPersonDialog>(parameters => parameters
            .Add(part => part.Unit, new UnitView(Office.Id, Office.Name, Office.Name, Office.Kind, [])).Add(part => part.By, admin.Id));

        dialog.FindAll("input")[0].Change("王浩然");
        dialog.FindAll("input")[1].Change("科员");
        dialog.FindAll("input")[2].Change("wang haoran");
        await dialog.Find("form").SubmitAsync();
        dialog.WaitForAssertion(() => Assert.Contains("账号为 2 到", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        dialog.FindAll("input")[2].Change("wang.haoran");
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Matches("^[A-Z][a-z]{2}[0-9]-", dialog.Find(".once").TextContent));
    }
}
