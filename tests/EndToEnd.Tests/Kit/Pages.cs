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
}
