using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class MeetingTests(Suite suite) : Journey(suite)
{
    [Fact]
    public async Task Three_people_meet_and_see_moving_video()
    {
        var fu = await OpenAsync(Demo.Fu, "/chat");
        var wang = await OpenAsync(Demo.Wang, "/chat");
        await fu.FoundGroupAsync("视频会商", Demo.WangName, Demo.OuyangName);
        await fu.GetByRole(AriaRole.Button, new() { Name = "发起会议" }).ClickAsync();
        await EnterAsync(fu);
        await wang.Conversation("视频会商").ClickAsync();
        await wang.Messages().GetByRole(AriaRole.Link, new() { Name = "加入" }).ClickAsync();
        await EnterAsync(wang);
        var ouyang = await OpenAsync(Demo.Ouyang, new Uri(fu.Url).AbsolutePath);
        await EnterAsync(ouyang);

        foreach (var page in new[] { fu, wang, ouyang })
        {
            await SeeMovingAsync(page, others: 2);
        }

        await fu.GetByLabel("离开或结束会议").ClickAsync();
        await fu.GetByRole(AriaRole.Button, new() { Name = "结束会议" }).ClickAsync();
        await Expect(ouyang.GetByText("会议已结束").First).ToBeVisibleAsync();
        await Expect(wang.GetByText("会议已结束").First).ToBeVisibleAsync();
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "加入会议" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar, new() { Name = "会议操作" })).ToBeVisibleAsync();
    }

    // Everybody else's picture is decoded, and more of it a moment later.
    private static async Task SeeMovingAsync(IPage page, int others)
    {
        await page.WaitForFunctionAsync(
            """
            async ({ others }) => {
                const before = window.hztSeen ?? {};
                const { peers } = await window.hztMeeting.stats();
                window.hztSeen = Object.fromEntries(peers.map(peer => [peer.id, peer.video?.frames ?? 0]));
                return peers.length === others && peers.every(peer => window.hztSeen[peer.id] > (before[peer.id] ?? Infinity));
            }
            """,
            new { others },
            new() { PollingInterval = 1_000, Timeout = 60_000 });
    }
}
