using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class DirectoryTests(Suite suite) : Journey(suite)
{
    [Theory]
    [InlineData("oyyq")]
    [InlineData("ouyangyaqi")]
    [InlineData("雅琪")]
    [InlineData("4216")]
    public async Task A_colleague_is_found_as_one_types(string typed)
    {
        var page = await OpenAsync(Demo.Fu, "/people");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" }).PressSequentiallyAsync(typed);
        var found = page.GetByRole(AriaRole.Listbox, new() { Name = "查找结果" }).GetByRole(AriaRole.Option);
        await found.Filter(new() { HasText = Demo.OuyangName }).First.ClickAsync();

        var card = page.GetByRole(AriaRole.Complementary, new() { Name = "人员名片" });
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = Demo.OuyangName })).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "发消息" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_unit_administrator_adds_a_unit_and_moves_it()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.OpenUnitAsync(Demo.Office);

        await page.ManageUnitAsync("新增下级单位");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("名称", new() { Exact = true }).FillAsync("数据安全处");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await page.OpenUnitAsync("数据安全处");
        await page.ManageUnitAsync("移动到…");
        await dialog.GetByLabel("新的上级单位").First.PressSequentiallyAsync("政务服务处");
        await dialog.GetByRole(AriaRole.Option).Filter(new() { HasText = "政务服务处" }).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "移动", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "所在位置" })).ToContainTextAsync("政务服务处");
    }

    [Fact]
    public async Task Nobody_manages_what_is_not_theirs()
    {
        var clerk = await OpenAsync(Demo.Fu, "/people");
        var administrator = await OpenAsync(Demo.UnitAdministrator, "/people");

        await clerk.OpenUnitAsync(Demo.Office);
        await administrator.OpenUnitAsync("省教育厅");

        await Expect(clerk.GetByLabel("管理本单位")).ToHaveCountAsync(0);
        await Expect(administrator.GetByLabel("管理本单位")).ToHaveCountAsync(0);
        await clerk.GotoAsync("/admin");
        await Expect(clerk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("没有找到");
    }
}
