using System.Globalization;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class HistoryTests(Suite suite) : Journey(suite)
{
    private const int Messages = 220;
    private const int MostRows = 120;

    [Fact]
    public async Task A_long_history_is_read_in_windows_and_the_end_is_found_again()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        await fu.FoundGroupAsync("长记录", Demo.WangName, Demo.OuyangName);
        await Expect(fu.Composer()).ToBeEditableAsync();
        var conversation = Guid.Parse(new Uri(fu.Url).Segments[^1]);
        using var wang = await Api.OfAsync(await OpenAsync(Demo.Wang, "/profile"), Suite.App.Address);
        for (var number = 1; number <= Messages; number++)
        {
            await wang.SendAsync(conversation, Line(number));
        }

        await Expect(fu.Message(Line(Messages))).ToBeInViewportAsync();
        var steps = 0;
        for (; await fu.Message(Line(1)).CountAsync() == 0; steps++)
        {
            Assert.True(steps < 10, "The beginning does not come.");
            await ScrollUpAsync(fu);
            Assert.InRange(await fu.Rows().CountAsync(), 1, MostRows);
        }

        Assert.InRange(steps, 2, 10);
        await wang.SendAsync(conversation, "还在往上看时到的");
        await Expect(fu.Conversation("长记录")).ToContainTextAsync("还在往上看时到的");
        await Expect(fu.Message("还在往上看时到的")).ToHaveCountAsync(0);
        await fu.GetByRole(AriaRole.Button, new() { Name = "回到最新消息" }).ClickAsync();
        await Expect(fu.Message("还在往上看时到的")).ToBeInViewportAsync();
        await wang.SendAsync(conversation, "回到末尾后到的");
        await Expect(fu.Message("回到末尾后到的")).ToBeInViewportAsync();

        await Expect(fu.GetByRole(AriaRole.Button, new() { Name = "回到最新消息" })).ToBeHiddenAsync();
        await Expect(fu.Message("还在往上看时到的")).ToHaveCountAsync(1);
        await Expect(fu.Message("回到末尾后到的")).ToHaveCountAsync(1);
        Assert.InRange(await fu.Rows().CountAsync(), 1, MostRows);
    }

    private static string Line(int number) => string.Create(CultureInfo.InvariantCulture, $"第 {number} 条记录");

    // To the top of what is there, and until what comes before it is there too.
    private static async Task ScrollUpAsync(IPage page)
    {
        var first = await page.Rows().First.GetAttributeAsync("data-seq");
        await page.Messages().PressAsync("Home");
        await Expect(page.Rows().First).Not.ToHaveAttributeAsync("data-seq", first!);
    }
}
