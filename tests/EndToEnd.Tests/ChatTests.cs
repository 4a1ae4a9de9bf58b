using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class ChatTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task A_group_is_founded_by_picking_people()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");

        await fu.FoundGroupAsync("海易兑联调小组", Demo.WangName, Demo.OuyangName);
        await fu.SendAsync("大家好，今天下午联调。");

        await Expect(fu.Conversation("海易兑联调小组")).ToContainTextAsync("今天下午联调");
        var wang = await OpenAsync(Demo.Wang, "/chat");
        await wang.Conversation("海易兑联调小组").ClickAsync();
        await Expect(wang.Messages()).ToContainTextAsync("今天下午联调");
    }

    [Fact]
    public async Task Two_people_talk_and_what_is_unread_is_counted()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        var wang = await OpenAsync(Demo.Wang, "/chat");
        await fu.FoundGroupAsync("值班表核对", Demo.WangName, Demo.OuyangName);
        await Expect(wang.Conversation("值班表核对")).ToBeVisibleAsync();

        await fu.SendAsync("第一条");
        await fu.SendAsync("第二条");

        // The line that tells of the founding is the first of the three.
        await Expect(wang.Conversation("值班表核对")).ToContainTextAsync("3 条未读");
        await wang.Conversation("值班表核对").ClickAsync();
        await Expect(wang.Messages()).ToContainTextAsync("第二条");
        await Expect(wang.Conversation("值班表核对")).Not.ToContainTextAsync("条未读");
        await wang.SendAsync("收到");

        await Expect(fu.Messages()).ToContainTextAsync("收到");
        await Expect(fu.Messages().GetByText("第一条", new() { Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_cut_connection_loses_nothing_and_doubles_nothing()
    {
        await using var wire = new CuttableProxy(Suite.App.Port);
        var wang = await OpenAsync(Demo.Wang, "/chat");
        await wang.Conversation(Demo.Group).ClickAsync();
        var fu = await OpenAsync(Demo.Fu, "/chat", wire.Address);
        await fu.Conversation(Demo.Group).ClickAsync();
        await wang.SendAsync("断线之前");
        await Expect(fu.Messages()).ToContainTextAsync("断线之前");

        await fu.Composer().FillAsync("这句话写到一半");
        wire.Cut();
        string[] missed = ["断线期间一", "断线期间二", "断线期间三"];
        foreach (var text in missed)
        {
            await wang.SendAsync(text);
        }

        await Expect(fu.GetByText("连接已断开，正在重新连接")).ToBeVisibleAsync();
        wire.Mend();
        await Expect(fu.GetByText("连接已断开，正在重新连接")).ToBeHiddenAsync(new() { Timeout = 60_000 });

        foreach (var text in missed)
        {
            await Expect(fu.Messages().GetByText(text, new() { Exact = true })).ToHaveCountAsync(1);
        }

        await Expect(fu.Composer()).ToHaveValueAsync("这句话写到一半");
        await fu.Composer().PressAsync("Enter");
        await Expect(wang.Messages().GetByText("这句话写到一半", new() { Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_sent_while_cut_arrives_once()
    {
        await using var wire = new CuttableProxy(Suite.App.Port);
        var wang = await OpenAsync(Demo.Wang, "/chat");
        await wang.Conversation(Demo.Group).ClickAsync();
        var fu = await OpenAsync(Demo.Fu, "/chat", wire.Address);
        await fu.Conversation(Demo.Group).ClickAsync();
        await Expect(fu.Composer()).ToBeEditableAsync();

        wire.Cut();
        await fu.Composer().FillAsync("断着线发出的话");
        await fu.Composer().PressAsync("Enter");
        wire.Mend();

        await Expect(wang.Messages().GetByText("断着线发出的话", new() { Exact = true })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(fu.Messages().GetByText("断着线发出的话", new() { Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_click_before_the_script_listens_opens_the_conversation_too()
    {
        var mayLoad = new TaskCompletionSource();
        var wang = await OpenAsync(Demo.Wang, "/profile");
        await wang.RouteAsync("**/dist/chat*.js", async route =>
        {
            await mayLoad.Task;
            await route.ContinueAsync();
        });
        await wang.GotoAsync("/chat");
        await wang.Conversation(Demo.Group).ClickAsync();
        await Expect(wang).ToHaveURLAsync(new Regex("/chat/[0-9a-f-]{36}$"));
        await Expect(wang.Messages()).ToBeVisibleAsync();
        mayLoad.SetResult();
        await Expect(wang.Composer()).ToBeEditableAsync();

        var fu = await OpenAsync(Demo.Fu, "/chat");
        await fu.Conversation(Demo.Group).ClickAsync();
        await fu.SendAsync("脚本来晚了");

        await Expect(wang.Messages()).ToContainTextAsync("脚本来晚了");
    }

    [Fact]
    public async Task The_address_leads_whichever_way_it_changed()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        var nothingOpen = fu.GetByText("选择一个会话，或发起聊天");
        await fu.Conversation(Demo.Group).ClickAsync();
        await Expect(fu.Composer()).ToBeEditableAsync();

        await fu.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByText("消息").ClickAsync();
        await Expect(nothingOpen).ToBeVisibleAsync();
        await fu.Conversation(Demo.Group).ClickAsync();
        await Expect(fu.Composer()).ToBeEditableAsync();
        await fu.GoBackAsync();
        await Expect(nothingOpen).ToBeVisibleAsync();
        await fu.GoForwardAsync();
        await Expect(fu.Composer()).ToBeEditableAsync();
    }

    [Fact]
    public async Task A_stranger_sees_nothing_of_a_conversation()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        await fu.FoundGroupAsync("内部事项", Demo.WangName, Demo.UnitAdministratorName);
        await Expect(fu).ToHaveURLAsync(new Regex("/chat/[0-9a-f-]{36}$"));

        var stranger = await OpenAsync(Demo.Ouyang, new Uri(fu.Url).AbsolutePath);

        await Expect(stranger.GetByText("没有这个会话，或者您不在其中")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Script_in_a_message_stays_text()
    {
        const string script = "<img src=x onerror=\"document.title='broken'\"><b>粗</b> https://www.hainan.gov.cn/a?b=1&c=2";
        var fu = await OpenAsync(Demo.Fu, "/chat");
        await fu.FoundGroupAsync("转义", Demo.WangName, Demo.OuyangName);

        await fu.SendAsync(script);

        await Expect(fu.Messages()).ToContainTextAsync("<b>粗</b>");
        await Expect(fu.Messages().GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://www.hainan.gov.cn/a?b=1&c=2");
        await Expect(fu).Not.ToHaveTitleAsync("broken");
    }
}
