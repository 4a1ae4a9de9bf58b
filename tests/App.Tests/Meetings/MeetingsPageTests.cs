using System.Net;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class MeetingsPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_form_starts_the_meeting_and_leads_into_it(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2, started: false);
        using var browser = await Browser.SignedInAsync(scene.Host, scene.People[0].Account);

        using var answer = await browser.SendAsync("/meetings", "/meetings/start", new() { ["conversation"] = scene.Group.Id.ToString() });

        var running = Assert.Single((await scene.Host.Get<ListMeetings>().HandleAsync(scene.People[0].Id, Cancel)).Running);
        Assert.Equal((HttpStatusCode.Redirect, $"/meetings/{running.Id}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        using var page = await browser.GetAsync($"/meetings/{running.Id}");
        Assert.Contains("id=\"meeting-data\"", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Without_the_token_of_a_page_nothing_is_started(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1, started: false);
        using var client = await scene.Host.ClientOfAsync(scene.People[0]);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["conversation"] = scene.Group.Id.ToString() });

        using var started = await client.PostAsync(new Uri("/meetings/start", UriKind.Relative), form, Cancel);
        using var asked = await client.GetAsync(new Uri($"/meetings/start?conversation={scene.Group.Id}", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, started.StatusCode);
        Assert.NotEqual(HttpStatusCode.InternalServerError, asked.StatusCode);
        Assert.Empty((await scene.Host.Get<ListMeetings>().HandleAsync(scene.People[0].Id, Cancel)).Running);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_finds_no_page(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        var stranger = await scene.Host.Given.PersonAsync("外单位人", scene.Unit, account: "stranger");
        using var browser = await Browser.SignedInAsync(scene.Host, stranger.Account);

        using var page = await browser.GetAsync($"/meetings/{scene.Meeting}");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain(scene.Group.Title, await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_meeting_that_is_over_says_so(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        await scene.Host.Get<CloseMeeting>().HandleAsync(scene.Meeting, Cancel);
        using var browser = await Browser.SignedInAsync(scene.Host, scene.People[0].Account);

        using var page = await browser.GetAsync($"/meetings/{scene.Meeting}");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));

        Assert.Contains("会议已结束", html, StringComparison.Ordinal);
        Assert.DoesNotContain("meeting-data", html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_call_is_declined_from_any_page(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        using var browser = await Browser.SignedInAsync(scene.Host, scene.People[1].Account);

        using var declined = await browser.SendAsync("/meetings", $"/meetings/{scene.Meeting}/decline", []);
        using var unknown = await browser.SendAsync("/meetings", $"/meetings/{Guid.CreateVersion7()}/decline", []);

        Assert.Equal(HttpStatusCode.NoContent, declined.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
