using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class RestartTests(Suite suite) : Journey(suite)
{
    // Pages wait longer from one attempt to the next, so that a starting server is not met by all at once.
    private const float WhenBack = 120_000;

    [Fact]
    public async Task A_server_that_starts_again_loses_nothing_and_doubles_nothing()
    {
        await using var app = await AppProcess.StartAsync("restart");
        PlayOn(app);
        var fu = await OpenGroupAsync(Demo.Fu);
        var wang = await OpenGroupAsync(Demo.Wang);
        await wang.SendAsync("重启之前");
        await Expect(fu.Message("重启之前")).ToBeVisibleAsync();
        await fu.Composer().FillAsync("重启时写到一半");

        await app.KillAsync();
        await wang.Composer().FillAsync("停机期间");
        await wang.Composer().PressAsync("Enter");
        await Expect(fu.GetByText("连接已断开，正在重新连接")).ToBeVisibleAsync();
        await app.StartAgainAsync();

        foreach (var page in new[] { fu, wang })
        {
            await Expect(page.Rows().Filter(new() { HasText = "停机期间" })).ToHaveCountAsync(1, new() { Timeout = WhenBack });
            await Expect(page.Composer()).ToBeEditableAsync();
        }

        await Expect(fu.Composer()).ToHaveValueAsync("重启时写到一半");
        await wang.SendAsync("重启之后");
        await Expect(fu.Message("重启之后")).ToBeVisibleAsync();
        await fu.Composer().PressAsync("Enter");
        await Expect(wang.Message("重启时写到一半")).ToBeVisibleAsync();
        foreach (var page in new[] { fu, wang })
        {
            foreach (var text in new[] { "重启之前", "停机期间", "重启之后", "重启时写到一半" })
            {
                await Expect(page.Message(text)).ToHaveCountAsync(1);
            }
        }
    }

    private async Task<IPage> OpenGroupAsync(string account)
    {
        var page = await OpenAnonymousAsync();
        await page.SignInAsync(account, "/chat");
        await page.Conversation(Demo.Group).ClickAsync();
        await Expect(page.Composer()).ToBeEditableAsync();
        return page;
    }
}
