using System.Globalization;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

/// <summary>Not a test: takes the pictures of docs/screenshots.sh into the folder HZT_SCREENSHOTS.</summary>
public sealed class Screenshots(Suite suite)
{
    private static readonly (int Width, int Height)[] _screens = [(1440, 900), (1024, 768), (390, 844)];

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var folder = Environment.GetEnvironmentVariable("HZT_SCREENSHOTS") ?? throw new InvalidOperationException("Name the folder in HZT_SCREENSHOTS.");
        Directory.CreateDirectory(folder);
        foreach (var (width, height) in _screens)
        {
            foreach (var dark in new[] { false, true })
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{width}{(dark ? "-dark" : "")}.png");
                await TakeAsync(null, dark, width, height, "/sign-in", Path.Combine(folder, "signin-" + name));
                await TakeAsync(Demo.Fu, dark, width, height, "/", Path.Combine(folder, "work-" + name));
                await TakeAsync(Demo.Fu, dark, width, height, "/chat", Path.Combine(folder, "chat-" + name), OpenGroupAsync);
                await TakeAsync(Demo.Fu, dark, width, height, "/people", Path.Combine(folder, "people-" + name), OpenColleagueAsync);
                await TakeAsync(Demo.Fu, dark, width, height, "/chat", Path.Combine(folder, "meet-" + name), EnterMeetingAsync);
            }
        }
    }

    private async Task TakeAsync(string? account, bool dark, int width, int height, string path, string file, Func<IPage, Task>? before = null)
    {
        var cookies = account is null ? null : await suite.SignedInAsync(account);
        await using var context = await suite.Browser.NewContextAsync(Look.Of(suite.App.Address, cookies, width, height, dark));
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.SettleAsync();
        if (before is not null)
        {
            await before(page);
            await page.SettleAsync();
        }

        await page.ScreenshotAsync(new() { Path = file });
    }

    private static async Task OpenGroupAsync(IPage page)
    {
        await page.Conversation(Demo.Group).ClickAsync();
        await Expect(page.Messages()).ToBeVisibleAsync();
    }

    private static async Task OpenColleagueAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" }).PressSequentiallyAsync("whr");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = Demo.WangName }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Demo.WangName })).ToBeVisibleAsync();
    }

    private static async Task EnterMeetingAsync(IPage page)
    {
        await OpenGroupAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "发起会议" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "加入会议" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "会议操作" })).ToBeVisibleAsync();
    }
}
