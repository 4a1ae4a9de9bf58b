using System.Text.RegularExpressions;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed partial class LanguageTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task Everything_speaks_English_when_asked()
    {
        var page = await OpenAsync(Demo.Fu, "/profile");

        await page.GetByRole(AriaRole.Group, new() { Name = "语言" }).GetByText("English").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
        foreach (var (path, title) in new[]
        {
            ("/profile", "Settings"), ("/people", "Directory"), ("/chat", "Chat"), ("/meetings", "Meetings"), ("/todos", "To-dos"), ("/apps", "Applications"),
        })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main navigation" }).GetByRole(AriaRole.Link, new() { Name = "Meetings" })).ToBeVisibleAsync();
            await Expect(page).ToHaveTitleAsync(new Regex($"{title} · Hai Zheng Tong"));
            await Expect(page.GetByText(MissingKey())).ToHaveCountAsync(0);
        }
    }

    // A key without a text shows itself in brackets.
    [GeneratedRegex(@"\[[A-Z][A-Za-z]+\.[A-Za-z.]+\]")]
    private static partial Regex MissingKey();
}
