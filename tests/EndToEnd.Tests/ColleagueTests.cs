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
