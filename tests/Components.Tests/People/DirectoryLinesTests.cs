using Bunit;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class DirectoryLinesTests : DirectoryContext
{
    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    [Fact]
    public void The_choice_of_the_line_stands_in_the_address()
    {
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Office.Id.Value));
        page.WaitForAssertion(() => Assert.Equal("省大数据管理局", page.Find("h1").TextContent));

        page.FindAll(".seg button")[1].Click();

        Assert.EndsWith("?line=business", Address, StringComparison.Ordinal);
        page.FindAll(".seg button")[0].Click();
        Assert.DoesNotContain("line=", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Along_the_business_line_path_units_and_links_are_those_of_the_line()
    {
        var city = await Host.Given.UnitAsync("三亚市大数据局", guidedBy: Office);
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Office.Id.Value).Add(part => part.Line, Line.Business));

        page.WaitForAssertion(() => Assert.Equal("三亚市大数据局", page.Find(".unit-chips a span").TextContent));
        Assert.Equal($"/people/units/{city.Id}?line=business", page.Find(".unit-chips a").GetAttribute("href"));
        Assert.Contains("条线由此开始", page.Find(".no-superior").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".crumb"));
        page.WaitForAssertion(() => Assert.Equal($"/people/units/{Office.Id}/{Me.Id}?line=business", page.Find(".unit-people .cover").GetAttribute("href")));

        page.Render(parameters => parameters.Add(part => part.Unit, city.Id.Value));

        page.WaitForAssertion(() => Assert.Equal("三亚市大数据局", page.Find("h1").TextContent));
        Assert.Equal(["省大数据管理局"], page.FindAll(".crumb a").Select(step => step.TextContent));
        Assert.Equal($"/people/units/{Office.Id}?line=business", page.Find(".crumb a").GetAttribute("href"));

        page.Render(parameters => parameters.Add(part => part.Line, Line.Administrative));

        page.WaitForAssertion(() => Assert.Equal(["海南省"], page.FindAll(".crumb a").Select(step => step.TextContent)));
    }

    [Fact]
    public async Task A_unit_on_no_business_line_says_so_and_leads_back()
    {
        var archive = await Host.Given.UnitAsync("省档案馆");
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, archive.Id.Value).Add(part => part.Line, Line.Business));

        page.WaitForAssertion(() => Assert.Contains("不在业务条线上", page.Find(".no-superior").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/people/units/{archive.Id}", page.Find(".no-superior a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_unit_lists_the_people_below_when_asked_to()
    {
        var centre = await Host.Given.UnitAsync("数据中心", Office);
        await Host.Given.PersonAsync("王浩然", centre);
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Office.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("符海宁", page.Find(".unit-people").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("王浩然", page.Find(".unit-people").TextContent, StringComparison.Ordinal);

        page.Find(".own-bar input").Change(true);

        page.WaitForAssertion(() => Assert.Contains("王浩然", page.Find(".unit-people").TextContent, StringComparison.Ordinal));
        Assert.Equal("本级及下级人员2", page.Find(".own-head").TextContent);
    }

    [Fact]
    public async Task A_search_may_keep_to_the_open_unit_and_what_stands_below_it()
    {
        var city = await Host.Given.UnitAsync("三亚市大数据局", guidedBy: Office);
        await Host.Given.PersonAsync("王市局", city);
        await Host.Given.PersonAsync("王别处", await Host.Given.UnitAsync("省档案馆"));
        var page = Render<DirectoryPanes>(parameters => parameters.Add(part => part.Unit, Office.Id.Value).Add(part => part.Line, Line.Business));
        page.WaitForAssertion(() => Assert.Equal("省大数据管理局", page.Find("h1").TextContent));

        await page.Find("input[role=combobox]").InputAsync("王");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("#people-found [role=option]").Count));
        await page.FindAll(".found .seg button")[1].ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("王市局", Assert.Single(page.FindAll("#people-found [role=option]")).TextContent, StringComparison.Ordinal));
        Assert.Equal("省大数据管理局及条线下级", page.FindAll(".found .seg button")[1].TextContent);
        Assert.EndsWith("?line=business", page.Find("#people-found a").GetAttribute("href"), StringComparison.Ordinal);
    }
}
