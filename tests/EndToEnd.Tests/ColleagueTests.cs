using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

/// <summary>A civil servant who manages nothing and looks for people all day.</summary>
public sealed class ColleagueTests(Suite suite) : Journey(suite)
{
    [Theory]
    [InlineData("ouyangyaqi")]
    [InlineData("三亚 应急管理局 科长")]
    public async Task A_colleague_is_found_by_pinyin_and_by_place_and_title(string typed)
    {
        var page = await OpenAsync(Demo.Planner, "/people");

        await (await page.SearchAsync(typed)).Filter(new() { HasText = Demo.OuyangName }).First.ClickAsync();

        await Expect(page.Card().GetByRole(AriaRole.Heading, new() { Name = Demo.OuyangName })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_tree_turns_from_the_administrative_line_to_the_business_line()
    {
        var page = await OpenAsync(Demo.Planner, "/people");
        await Expect(page.GetByRole(AriaRole.Tree, new() { Name = "块 · 行政区划" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "条 · 业务条线" }).ClickAsync();

        var tree = page.GetByRole(AriaRole.Tree, new() { Name = "条 · 业务条线" });
        await Expect(tree.GetByRole(AriaRole.Treeitem).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "条 · 业务条线" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.GetByRole(AriaRole.Tree, new() { Name = "块 · 行政区划" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_line_one_chose_goes_along_with_path_counts_and_the_way_back()
    {
        var page = await OpenAsync(Demo.Planner, "/people");
        await page.OpenUnitAsync("省教育厅");
        var path = page.GetByRole(AriaRole.Navigation, new() { Name = "所在位置" });
        await Expect(path).ToContainTextAsync("海南省");
        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();

        // The line begins at the province's department; its count is the one the tree shows.
        await page.GetByRole(AriaRole.Button, new() { Name = "条 · 业务条线" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?line=business$"));
        await Expect(page.GetByText("条线由此开始")).ToBeVisibleAsync();
        await Expect(path).ToHaveCountAsync(0);
        var top = page.GetByRole(AriaRole.Treeitem, new() { Selected = true });
        await Expect(top).ToContainTextAsync("省教育厅");
        var people = await top.Locator("em").InnerTextAsync();
        await Expect(page.Locator(".unit-head .x")).ToContainTextAsync($"{people} 人");

        // One step down along the line: the path leads back over it, not over the city.
        var guided = page.GetByRole(AriaRole.Region, new() { Name = "条线下级单位" }).GetByRole(AriaRole.Link).First;
        var name = await guided.Locator("span").InnerTextAsync();
        await guided.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name, Exact = true })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?line=business$"));
        await Expect(path.GetByRole(AriaRole.Link)).ToHaveTextAsync(["省教育厅"]);

        // The same unit by division, and back by the browser's own button.
        await page.GetByRole(AriaRole.Button, new() { Name = "块 · 行政区划" }).ClickAsync();
        await Expect(path).ToContainTextAsync("海南省");
        await page.GoBackAsync();
        await Expect(path.GetByRole(AriaRole.Link)).ToHaveTextAsync(["省教育厅"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "条 · 业务条线" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task The_people_of_a_line_stand_in_one_list_and_a_search_keeps_to_it()
    {
        var page = await OpenAsync(Demo.Planner, "/people?line=business");
        await page.OpenUnitAsync("省教育厅");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?line=business$"));

        var own = await page.Locator(".own-head .x").InnerTextAsync();
        await page.GetByLabel("含下级").CheckAsync();
        await Expect(page.Locator(".own-head")).ToContainTextAsync("本级及下级人员");
        await Expect(page.Locator(".own-head .x")).Not.ToHaveTextAsync(own);
        var found = await page.SearchAsync(Demo.FuName);
        await Expect(found.First).ToContainTextAsync(Demo.FuName);
        await page.GetByRole(AriaRole.Button, new() { Name = "省教育厅及条线下级" }).ClickAsync();
        await Expect(found.Filter(new() { HasText = Demo.Office })).ToHaveCountAsync(0);
        found = await page.SearchAsync("局长");
        await page.GetByRole(AriaRole.Button, new() { Name = "省教育厅及条线下级" }).ClickAsync();
        await Expect(found.Filter(new() { HasText = "教育局" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_colleague_is_starred_tagged_and_the_number_is_shown_when_asked_for()
    {
        var page = await OpenAsync(Demo.Planner, "/people");
        await (await page.SearchAsync("欧阳雅琪")).Filter(new() { HasText = Demo.OuyangName }).First.ClickAsync();
        var star = page.Card().GetByLabel($"给{Demo.OuyangName}加星标");

        await star.ClickAsync();
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Card().GetByRole(AriaRole.Button, new() { Name = "编辑标签" }).ClickAsync();
        await page.Card().GetByLabel("新标签").FillAsync("防汛联络");
        await page.Card().GetByRole(AriaRole.Button, new() { Name = "新建" }).ClickAsync();
        await Expect(page.Card().GetByRole(AriaRole.Link, new() { Name = "防汛联络" })).ToBeVisibleAsync();
        await Expect(page.Card()).ToContainTextAsync("128****4216");
        await page.Card().GetByLabel("显示完整手机号码").ClickAsync();
        await Expect(page.Card()).ToContainTextAsync("12800774216");

        // What was kept is there the next time; the number is covered again.
        await page.GotoAsync("/people/contacts");
        await page.PersonRow(Demo.OuyangName).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Card().GetByRole(AriaRole.Link, new() { Name = "防汛联络" })).ToBeVisibleAsync();
        await Expect(page.Card()).ToContainTextAsync("128****4216");
        await star.ClickAsync();
        await Expect(star).ToHaveAttributeAsync("aria-pressed", "false");
    }
}
