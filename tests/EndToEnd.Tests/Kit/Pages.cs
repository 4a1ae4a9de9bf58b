using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>What people do on more than one page.</summary>
internal static class Pages
{
    /// <summary>Signs in on the way to a page.</summary>
    public static async Task SignInAsync(this IPage page, string account, string path = "/profile", string password = Demo.Password)
    {
        await page.GotoAsync(path);
        await page.FillSignInAsync(account, password);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" })).ToBeVisibleAsync();
    }

    public static async Task FillSignInAsync(this IPage page, string account, string password)
    {
        await page.GetByLabel("账号").FillAsync(account);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>Waits until a page that lives has drawn itself: no quiet rows, fonts there.</summary>
    public static async Task SettleAsync(this IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(page).ToHaveTitleAsync(new Regex("."));
        await Expect(page.Locator(".skel:visible")).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => document.fonts.ready");
    }

    /// <summary>Opens a page and waits until its live connection has had an answer: from then on it is told everything.</summary>
    public static async Task GoLiveAsync(this IPage page, string path)
    {
        var answered = new TaskCompletionSource();
        page.WebSocket += (_, socket) =>
        {
            if (socket.Url.Contains("/hubs/live", StringComparison.Ordinal))
            {
                socket.FrameReceived += (_, frame) => Hear(frame.Text);
            }
        };
        await page.GotoAsync(path);
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(40));

        // 3 is the completion of a call in SignalR's protocol.
        void Hear(string? text)
        {
            if (text?.Contains("\"type\":3", StringComparison.Ordinal) == true)
            {
                answered.TrySetResult();
            }
        }
    }

    /// <summary>Signs out by the menu behind one's own picture.</summary>
    public static async Task SignOutAsync(this IPage page, string name)
    {
        await page.GetByLabel($"{name}的个人菜单").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
    }

    /// <summary>The line of a conversation in the list.</summary>
    public static ILocator Conversation(this IPage page, string title) =>
        page.GetByRole(AriaRole.Region, new() { Name = "会话列表" }).GetByRole(AriaRole.Link).Filter(new() { HasText = title });

    public static ILocator Messages(this IPage page) => page.GetByRole(AriaRole.Log, new() { Name = "消息" });

    /// <summary>The rows the server has drawn, without what is still on its way.</summary>
    public static ILocator Rows(this IPage page) => page.Messages().Locator("[data-seq]");

    /// <summary>The messages of exactly this text, on their way or not.</summary>
    public static ILocator Message(this IPage page, string text) => page.Messages().GetByText(text, new() { Exact = true });

    public static ILocator Composer(this IPage page) => page.GetByLabel("写消息");

    /// <summary>Writes and sends as a person does, and waits until the line stands among the messages.</summary>
    public static async Task SendAsync(this IPage page, string text)
    {
        await page.Composer().FillAsync(text);
        await page.Composer().PressAsync("Enter");
        await Expect(page.Messages()).ToContainTextAsync(text);
    }

    /// <summary>Founds a group by picking people by name; its page is open afterwards.</summary>
    public static async Task FoundGroupAsync(this IPage page, string title, params string[] people)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "发起聊天" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        foreach (var person in people)
        {
            await dialog.GetByRole(AriaRole.Combobox).PressSequentiallyAsync(person);
            await dialog.GetByRole(AriaRole.Option).Filter(new() { HasText = person }).First.ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.List).GetByText(person)).ToBeVisibleAsync();
        }

        await dialog.GetByLabel("群名称").FillAsync(title);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "创建群聊" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }

    /// <summary>Chooses from the menu of the unit that is open.</summary>
    public static async Task ManageUnitAsync(this IPage page, string what)
    {
        await page.GetByLabel("管理本单位").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = what }).ClickAsync();
    }
}
