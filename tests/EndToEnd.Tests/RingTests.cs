using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class RingTests(Suite suite) : Journey(suite)
{
    // A ring nobody answers ends by itself after 40 seconds: what is proved here must be faster.
    private const float Soon = 20_000;

    [Fact]
    public async Task A_call_from_a_direct_chat_is_answered_from_another_page()
    {
        var wang = await OpenAsync(Demo.Wang, "/profile");
        await wang.GoLiveAsync("/people");
        var fu = await OpenAsync(Demo.Fu, "/people");
        await fu.GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" }).PressSequentiallyAsync("whr");
        await fu.GetByRole(AriaRole.Option).Filter(new() { HasText = Demo.WangName }).First.ClickAsync();
        await fu.GetByRole(AriaRole.Complementary, new() { Name = "人员名片" }).GetByRole(AriaRole.Link, new() { Name = "发消息" }).ClickAsync();

        await CallAsync(fu);
        await Expect(Ring(wang, Demo.FuName)).ToBeVisibleAsync();
        await Expect(Ring(fu, Demo.FuName)).ToBeHiddenAsync();
        await wang.GetByRole(AriaRole.Button, new() { Name = "接听" }).ClickAsync();

        await Expect(wang).ToHaveURLAsync(fu.Url);
        await Expect(wang.GetByRole(AriaRole.Button, new() { Name = "加入会议" })).ToBeVisibleAsync();
        await EndAsync(fu);
    }

    [Fact]
    public async Task A_declined_call_is_gone_and_those_inside_read_it()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        var wang = await OpenAsync(Demo.Wang, "/profile");
        await wang.GoLiveAsync("/todos");
        var tab = await wang.Context.NewPageAsync();
        await tab.GoLiveAsync("/meetings");
        await fu.FoundGroupAsync("婉拒一次", Demo.WangName, Demo.OuyangName);

        await CallAsync(fu);
        await Expect(Ring(wang, Demo.FuName)).ToContainTextAsync("婉拒一次");
        await Expect(Ring(tab, Demo.FuName)).ToBeVisibleAsync();
        await EnterAsync(fu);
        await wang.GetByRole(AriaRole.Button, new() { Name = "拒绝" }).ClickAsync();

        await Expect(Ring(wang, Demo.FuName)).ToBeHiddenAsync(new() { Timeout = Soon });
        await Expect(Ring(tab, Demo.FuName)).ToBeHiddenAsync(new() { Timeout = Soon });
        await Expect(fu.GetByText($"{Demo.WangName} 暂时不能参加").First).ToBeAttachedAsync();
        await Expect(wang).ToHaveURLAsync(new Regex("/todos$"));
        await EndAsync(fu);
    }

    [Fact]
    public async Task A_call_stops_ringing_when_the_meeting_ends()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        var wang = await OpenAsync(Demo.Wang, "/profile");
        await wang.GoLiveAsync("/");
        await fu.FoundGroupAsync("马上结束", Demo.WangName, Demo.OuyangName);

        await CallAsync(fu);
        await Expect(Ring(wang, Demo.FuName)).ToBeVisibleAsync();
        await EnterAsync(fu);
        await EndAsync(fu);

        await Expect(Ring(wang, Demo.FuName)).ToBeHiddenAsync(new() { Timeout = Soon });
    }

    private static ILocator Ring(IPage page, string caller) =>
        page.GetByRole(AriaRole.Alertdialog, new() { Name = $"{caller} 邀请您参加会议" });

    private static async Task CallAsync(IPage page)
    {
        await Expect(page.Composer()).ToBeEditableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发起会议" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "加入会议" })).ToBeVisibleAsync();
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "加入会议" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "会议操作" })).ToBeVisibleAsync();
    }

    private static async Task EndAsync(IPage page)
    {
        if (await page.GetByRole(AriaRole.Button, new() { Name = "加入会议" }).IsVisibleAsync())
        {
            await EnterAsync(page);
        }

        await page.GetByLabel("离开或结束会议").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "结束会议" }).ClickAsync();
        await Expect(page.GetByText("会议已结束").First).ToBeVisibleAsync();
    }
}
