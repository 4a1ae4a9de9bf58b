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
        await SpeakEnglishAsync(page);

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

    [Fact]
    public async Task No_word_of_the_frame_stays_Chinese_in_English()
    {
        string[] rooms = ["/", "/apps", "/chat", "/people", "/meetings", "/todos", "/profile", "/admin", "/admin/apps", "/admin/apps/new", "/admin/people", "/admin/audit"];
        var page = await OpenAsync(Demo.ProvinceAdministrator, "/profile");
        Assert.NotEmpty(await ChineseWordsAsync(page));
        await SpeakEnglishAsync(page);

        var left = new List<string>();
        foreach (var room in rooms)
        {
            await page.GotoAsync(room);
            await page.SettleAsync();
            left.AddRange((await ChineseWordsAsync(page)).Select(words => $"{room}: {words}"));
        }

        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "防汛防风值守群" }).First.ClickAsync();
        await Expect(page.GetByLabel("Write to")).ToBeEditableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Information" }).ClickAsync();
        await page.SettleAsync();
        left.AddRange((await ChineseWordsAsync(page)).Select(words => $"a conversation: {words}"));

        Assert.Empty(left);
    }

    private static async Task SpeakEnglishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Group, new() { Name = "语言" }).GetByText("English").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
    }

    // What the frame says by itself: headings, buttons, labels, hints. Names of people, units, groups and applications are
    // data and stay as they are; a text that holds one among English words is translated.
    private static Task<string[]> ChineseWordsAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
            const data = '.me, .av, .profile-me, label[lang], .app-tile, .tiles, [data-app-list], [data-conversations], [data-messages], .chat h1, .info-title h2, .crumb, [role=tree] *, .unit-head h1, .below a, .contact-strip *';
            const own = element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join(' ').trim();
            const words = [...document.querySelectorAll('body *')].filter(element => !element.closest(data)).flatMap(element => [
                ...['placeholder', 'title', 'aria-label', 'alt'].map(name => element.getAttribute(name)),
                element.matches('h1, h2, h3, th, dt, legend, label, label *, button, button *, summary, option, nav *, .sub, .empty *, .note') ? own(element) : null,
            ]);
            return words.filter(text => text && /\p{Script=Han}/u.test(text) && !/[A-Za-z]{2}/.test(text));
        }
        """);

    // A key without a text shows itself in brackets.
    [GeneratedRegex(@"\[[A-Z][A-Za-z]+\.[A-Za-z.]+\]")]
    private static partial Regex MissingKey();
}
