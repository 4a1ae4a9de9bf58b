using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class SignInTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task A_civil_servant_signs_in_and_out_again()
    {
        var page = await OpenAnonymousAsync();
        await page.SignInAsync(Demo.Fu);

        await page.SignOutAsync(Demo.FuName);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
        await page.GotoAsync("/chat");
        await Expect(page.GetByLabel("账号")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_nothing_opens()
    {
        var page = await OpenAnonymousAsync();
        await page.GotoAsync("/sign-in");

        await page.FillSignInAsync(Demo.Wang, "wrong-password");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("账号或密码不正确");
        await Expect(page.GetByLabel("账号")).ToHaveValueAsync(Demo.Wang);
    }

    [Fact]
    public async Task Signing_in_works_without_scripts()
    {
        await using var context = await Suite.Browser.NewContextAsync(new() { BaseURL = Suite.App.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.SignInAsync(Demo.Ouyang);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "工作台" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_door()
    {
        var page = await OpenAnonymousAsync();

        await page.GotoAsync("/people");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }
}
