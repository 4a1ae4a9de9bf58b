using Deque.AxeCore.Playwright;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class AccessibilityTests(Suite suite) : Journey(suite)
{
    // Minor advice is read by people; what keeps somebody out fails the run.
    private static readonly string[] _grave = ["serious", "critical"];

    [Theory]
    [InlineData("/sign-in", false)]
    [InlineData("/sign-in", true)]
    [InlineData("/chat", false)]
    [InlineData("/chat", true)]
    [InlineData("/people", false)]
    [InlineData("/people", true)]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/meetings", false)]
    [InlineData("/meetings", true)]
    public async Task A_face_keeps_nobody_out(string path, bool dark)
    {
        var page = path == "/sign-in" ? await OpenAnonymousAsync() : await OpenAsync(Demo.Fu, path);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(path);
        await page.SettleAsync();
        if (path == "/chat")
        {
            await page.Conversation(Demo.Group).ClickAsync();
            await Expect(page.Messages()).ToBeVisibleAsync();
        }

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Where(violation => _grave.Contains(violation.Impact))
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
    }
}
