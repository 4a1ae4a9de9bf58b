using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

/// <summary>A unit administrator keeps the own people in order; every story has units and people of its own.</summary>
public sealed class ManagePeopleTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task A_person_is_added_gets_a_second_post_and_the_people_are_ordered_by_keyboard()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.MakeUnitAsync(Demo.Office, "潮汐观测处");
        await page.AddPersonAsync("冼晓岚", "xian.xiaolan");
        await page.MakeUnitAsync(Demo.Office, "潮汐预报处");
        await page.AddPersonAsync("冼晓峰", "xian.xiaofeng");

        await page.ManageUnitAsync("增加兼职人员");
        await page.PickPersonAsync("冼晓岚");
        await page.Opened().GetByLabel("职务", new() { Exact = true }).FillAsync("值班长");
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();
        await Expect(page.PersonRow("冼晓岚")).ToContainTextAsync("值班长");

        await page.ManageUnitAsync("调整人员顺序");
        var second = page.Opened().GetByRole(AriaRole.Button, new() { Name = "冼晓岚，值班长，第 2 位" });
        await second.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(page.Opened().GetByRole(AriaRole.Button, new() { Name = "冼晓岚，值班长，第 1 位" })).ToBeVisibleAsync();
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();
        await Expect(page.Locator(".unit-people").GetByRole(AriaRole.Listitem)).ToContainTextAsync(["冼晓岚", "冼晓峰"]);

        await page.OpenCardAsync("冼晓岚");
        await Expect(page.Card()).ToContainTextAsync("潮汐观测处");
        await Expect(page.Card()).ToContainTextAsync("值班长");
    }

    [Fact]
    public async Task A_transfer_with_hand_over_is_taken_back()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.MakeUnitAsync(Demo.Office, "海缆维护处");
        await page.MakeUnitAsync(Demo.Office, "海缆规划处");
        await page.AddPersonAsync("蒲天佑", "pu.tianyou", "副处长");
        await page.AddPersonAsync("蒲天成", "pu.tiancheng");
        await page.OpenCardAsync("蒲天佑");

        await page.ManagePersonAsync("蒲天佑", "调动…");
        await page.Opened().GetByRole(AriaRole.Combobox, new() { Name = "调入单位" }).PressSequentiallyAsync("海缆维护处");
        await page.Opened().GetByRole(AriaRole.Option).Filter(new() { HasText = "海缆维护处" }).First.ClickAsync();
        await page.Opened().GetByRole(AriaRole.Group, new() { Name = "移交" }).GetByText("海缆规划处 副处长").ClickAsync();
        await page.PickPersonAsync("蒲天成");
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "调动", Exact = true }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();

        await Expect(page.Card().Locator(".kv")).ToContainTextAsync("海缆维护处");
        await Expect(page.PersonRow("蒲天佑")).ToHaveCountAsync(0);
        await Expect(page.PersonRow("蒲天成")).ToHaveCountAsync(2);
        await page.ManagePersonAsync("蒲天佑", "变更记录");
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Expect(page.Opened().GetByText("已撤回")).ToBeVisibleAsync();
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(page.PersonRow("蒲天佑")).ToContainTextAsync("副处长");
        await Expect(page.PersonRow("蒲天成")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Whoever_left_is_found_by_nobody_and_comes_back_with_a_post()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.MakeUnitAsync(Demo.Office, "渔情监测处");
        await page.AddPersonAsync("麦思齐", "mai.siqi");
        await page.OpenCardAsync("麦思齐");

        await page.ManagePersonAsync("麦思齐", "离职…");
        await page.Opened().GetByLabel("原因").FillAsync("调离本系统");
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "办理离职" }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();
        await Expect(page.PersonRow("麦思齐")).ToHaveCountAsync(0);
        await page.SearchAsync("麦思齐");
        await Expect(page.GetByText("没有找到“麦思齐”")).ToBeVisibleAsync();

        await page.OpenUnitAsync("渔情监测处");
        await page.ManageUnitAsync("离职人员返岗");
        await page.Opened().GetByRole(AriaRole.Radio).CheckAsync();
        await page.Opened().GetByLabel("职务", new() { Exact = true }).FillAsync("二级主任科员");
        await page.Opened().GetByRole(AriaRole.Button, new() { Name = "返岗", Exact = true }).ClickAsync();
        await Expect(page.Opened()).ToBeHiddenAsync();
        await Expect(page.PersonRow("麦思齐")).ToContainTextAsync("二级主任科员");
        await Expect((await page.SearchAsync("maisiqi")).Filter(new() { HasText = "麦思齐" })).ToBeVisibleAsync();
    }
}
