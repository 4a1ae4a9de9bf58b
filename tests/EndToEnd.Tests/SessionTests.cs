using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class SessionTests(Suite suite) : Journey(suite)
{
    // Within seconds, on a slow machine too.
    private const float Soon = 15_000;

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_other()
    {
        var page = await OpenAnonymousAsync();
        await page.SignInAsync(Demo.Ouyang);
        var chat = await OpenChatAsync(page);
        var people = await page.Context.NewPageAsync();
        await people.GotoAsync("/people");
        await Expect(people.GetByRole(AriaRole.Combobox, new() { Name = "查找人员和单位" })).ToBeVisibleAsync();

        await page.SignOutAsync(Demo.OuyangName);

        await Expect(chat).ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = Soon });
        await Expect(people).ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = Soon });
        await Expect(chat.GetByText("您的登录已结束，请重新登录")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_who_is_shut_out_is_out_within_seconds()
    {
        var zeng = await OpenAnonymousAsync();
        await zeng.SignInAsync(Demo.Zeng);
        var chat = await OpenChatAsync(zeng);
        var administrator = await OpenAsync(Demo.ProvinceAdministrator, "/admin/people");

        await PressAsync(administrator, "停用…", "停用");
        try
        {
            await Expect(administrator.GetByText("已停用，此人的会话将在几秒内结束")).ToBeVisibleAsync();
            await Expect(chat).ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = Soon });
            await chat.FillSignInAsync(Demo.Zeng, Demo.Password);
            await Expect(chat.GetByRole(AriaRole.Alert)).ToContainTextAsync("该账号已停用");
        }
        finally
        {
            await PressAsync(administrator, "恢复使用");
        }

        await Expect(administrator.GetByText("此人可以重新登录")).ToBeVisibleAsync();
        await chat.SignInAsync(Demo.Zeng);
    }

    private static async Task<IPage> OpenChatAsync(IPage signedIn)
    {
        var chat = await signedIn.Context.NewPageAsync();
        await chat.GotoAsync("/chat");
        await chat.Conversation("防汛防风值守群").ClickAsync();
        await Expect(chat.Composer()).ToBeEditableAsync();
        return chat;
    }

    private static async Task PressAsync(IPage administrator, params string[] presses)
    {
        var search = administrator.GetByRole(AriaRole.Searchbox, new() { Name = "姓名、拼音、账号、电话尾号" });
        await search.FillAsync("zengzihan");
        await search.PressAsync("Enter");
        foreach (var press in presses)
        {
            await administrator.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Demo.Zeng }).GetByText(press, new() { Exact = true }).ClickAsync();
        }
    }
}
