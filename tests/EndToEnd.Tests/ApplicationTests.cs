using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class ApplicationTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task An_application_is_registered_found_by_pinyin_and_removed()
    {
        var administrator = await OpenAsync(Demo.ProvinceAdministrator, "/admin/apps");
        await RegisterAsync(administrator, "潮位观测台", Demo.Office);

        var fu = await OpenAsync(Demo.Fu, "/apps");
        var ouyang = await OpenAsync(Demo.Ouyang, "/apps");
        foreach (var typed in new[] { "cwgct", "chaoweiguan", "观测台" })
        {
            await fu.GetByRole(AriaRole.Searchbox).FillAsync(typed);
            await Expect(Tile(fu, "潮位观测台")).ToBeVisibleAsync();
            await Expect(Tiles(fu)).ToHaveCountAsync(1);
        }

        await Expect(Tile(ouyang, "潮位观测台")).ToHaveCountAsync(0);
        await EditAsync(administrator, "潮位观测台");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "移除应用" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "移除应用" }).ClickAsync();
        await Expect(administrator).ToHaveURLAsync(new Regex("/admin/apps$"));

        await fu.GotoAsync("/apps");
        await Expect(Tiles(fu).First).ToBeVisibleAsync();
        await Expect(Tile(fu, "潮位观测台")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_is_slower_is_told_and_overwrites_nothing()
    {
        var first = await OpenAsync(Demo.ProvinceAdministrator, "/admin/apps");
        await RegisterAsync(first, "渔港调度台", Demo.Office);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/admin/apps");
        await EditAsync(first, "渔港调度台");
        await EditAsync(second, "渔港调度台");

        await first.GetByLabel("打开地址").FillAsync("https://port.hainan.example/first");
        await first.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(first).ToHaveURLAsync(new Regex("/admin/apps$"));
        await second.GetByLabel("打开地址").FillAsync("https://port.hainan.example/second");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("有人修改了这个应用");
        await Expect(second.GetByLabel("打开地址")).ToHaveValueAsync("https://port.hainan.example/second");
        await second.GetByRole(AriaRole.Button, new() { Name = "重新载入" }).ClickAsync();
        await Expect(second.GetByLabel("打开地址")).ToHaveValueAsync("https://port.hainan.example/first");
        await second.GetByLabel("打开地址").FillAsync("https://port.hainan.example/third");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(second).ToHaveURLAsync(new Regex("/admin/apps$"));
        await EditAsync(second, "渔港调度台");
        await Expect(second.GetByLabel("打开地址")).ToHaveValueAsync("https://port.hainan.example/third");
    }

    [Theory]
    [InlineData("/admin/apps")]
    [InlineData("/admin/apps/new")]
    public async Task Nobody_else_reaches_the_applications(string path)
    {
        foreach (var account in new[] { Demo.Fu, Demo.UnitAdministrator })
        {
            var page = await OpenAsync(account, path);

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("没有找到");
        }
    }

    private static async Task RegisterAsync(IPage page, string name, string unit)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "登记应用" }).First.ClickAsync();
        await page.GetByLabel("应用名称").FillAsync(name);
        await page.GetByLabel("打开地址").FillAsync("https://tools.hainan.example/");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "分类" }).FillAsync("海洋");
        await page.GetByText("指定范围", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "添加单位或人员" }).FillAsync(unit);
        await page.GetByRole(AriaRole.Button).Filter(new() { Has = page.GetByText(unit, new() { Exact = true }) }).First.ClickAsync();
        await Expect(page.GetByText($"{unit}及下级", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记应用" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/admin/apps$"));
    }

    private static async Task EditAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name);
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = $"修改：{name}" }).ClickAsync();
        await Expect(page.GetByLabel("应用名称")).ToHaveValueAsync(name);
    }

    private static ILocator Tiles(IPage page) => page.Locator("[data-app-list] .app-tile:visible");

    private static ILocator Tile(IPage page, string name) => Tiles(page).GetByRole(AriaRole.Link).Filter(new() { HasText = name });
}
