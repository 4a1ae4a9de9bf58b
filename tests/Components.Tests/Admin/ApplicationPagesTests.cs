using Bunit;
using HaiZhengTong.App.Features.Admin.Applications;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class ApplicationPagesTests : ConsoleStage
{
    [Fact]
    public void The_list_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<ApplicationsPage>("admin/apps");

    [Fact]
    public void For_a_unit_administrator_there_is_no_list() => AssertIsNotThereFor<ApplicationsPage>(UnitAdministrator);

    [Fact]
    public void For_a_unit_administrator_there_is_no_editor()
    {
        ComponentFactories.AddStub<ApplicationEditor>("<div class=\"admin-editor\"></div>");

        AssertIsNotThereFor<ApplicationPage>(UnitAdministrator);
    }

    [Fact]
    public void Without_applications_one_is_asked_to_register_the_first()
    {
        var page = Render<ApplicationsPage>();

        page.WaitForAssertion(() => Assert.Equal("还没有登记应用。", page.Find(".empty p").TextContent));
        Assert.Equal("admin/apps/new", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_row_tells_the_name_the_address_and_who_sees_it()
    {
        var mail = await RegisterAsync("公务邮箱", new AudienceRule(AudienceTermKind.Subtree) { UnitId = Bureau.Id });
        await RegisterAsync("公文交换");

        var page = Render<ApplicationsPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        var row = page.FindAll("tbody tr").Single(found => found.TextContent.Contains("公务邮箱", StringComparison.Ordinal));
        Assert.Equal($"admin/apps/{mail}", row.QuerySelector("a.strong")!.GetAttribute("href"));
        Assert.Equal("文昌市教育局及下级", row.QuerySelector(".who")!.TextContent);
        Assert.Equal("https://oa.example.gov.cn/", row.QuerySelector("small")!.TextContent);
        Assert.Contains("共 2 个应用", page.Find(".page-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_offers_all_of_them()
    {
        await RegisterAsync("公务邮箱");
        Visit("/admin/apps?q=查无此应用");

        var page = Render<ApplicationsPage>();

        page.WaitForAssertion(() => Assert.Equal("没有找到这样的应用。", page.Find(".empty p").TextContent));
        Assert.Equal(("admin/apps", "查无此应用"), (page.Find(".empty a").GetAttribute("href"), page.Find("input[name=q]").GetAttribute("value")));
    }

    [Fact]
    public async Task A_long_list_is_shown_in_steps()
    {
        await RegisterAsync("公务邮箱");
        await RegisterAsync("公文交换");
        Visit("/admin/apps?show=1");

        var page = Render<ApplicationsPage>();

        page.WaitForAssertion(() => Assert.Equal("显示更多（还有 1 个）", page.Find(".todo-more a").TextContent));
        Assert.Single(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task The_editor_opens_for_one_that_is_there()
    {
        ComponentFactories.AddStub<ApplicationEditor>(editor => $"<p>{editor.Get(part => part.Id)}</p>");
        var mail = await RegisterAsync("公务邮箱");

        var page = Render<ApplicationPage>(parameters => parameters.Add(part => part.Id, mail.Value));

        page.WaitForAssertion(() => Assert.Equal($"{mail}", page.Find("p").TextContent));
        Assert.Equal("修改应用", page.Find("h1").TextContent);
    }

    [Fact]
    public void The_editor_that_cannot_be_reached_says_so()
    {
        Between.Break();

        var page = Render<ApplicationPage>();

        page.WaitForAssertion(() => Assert.Equal("admin/apps", page.Find(".failed a").GetAttribute("href")));
        Assert.Equal("登记应用", page.Find("h1").TextContent);
    }

    private async Task<OaApplicationId> RegisterAsync(string name, params AudienceRule[] rules)
    {
        var details = new ApplicationDetails(name, "", 1, "https://oa.example.gov.cn/", "办公", OaApplicationKind.Application, 1);
        var request = new RegisterApplicationRequest(OaApplicationId.New(), details, rules);
        return (await Host.Get<RegisterApplication>().HandleAsync(request, Province.Id, Cancel)).Value;
    }
}
