using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class StartMeetingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_started_meeting_has_its_card_in_the_conversation(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);

        var meeting = await scene.ReadMeetingAsync();
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var card = await kept.Messages.SingleAsync(row => row.ConversationId == scene.Group.Id && row.Kind == MessageKind.Meeting, Cancel);

        Assert.Equal((scene.Group.Title, scene.People[0].Id, "mesh"), (meeting.Title, meeting.HostId, meeting.Media));
        Assert.Equal((meeting.Id.ToString(), scene.People[0].Id), (card.Body, card.SenderId));
        Assert.Null(meeting.EndedAt);
    }

    [Theory, EveryDatabase]
    public async Task A_running_meeting_is_entered_instead_of_a_second_one(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);

        var again = await scene.StartAsync(scene.People[1]);

        Assert.Equal(scene.Meeting, again.Value);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(1, await kept.Messages.CountAsync(row => row.Kind == MessageKind.Meeting, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Those_who_start_at_the_same_moment_get_one_meeting(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 6, started: false);

        var started = await Task.WhenAll(scene.People.Select(person => Task.Run(() => scene.StartAsync(person), Cancel)));

        Assert.Single(started.Select(result => result.Value).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task After_the_end_a_new_meeting_starts(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        await scene.Host.Get<CloseMeeting>().HandleAsync(scene.Meeting, Cancel);

        var next = await scene.StartAsync(scene.People[1]);

        Assert.NotEqual(scene.Meeting, next.Value);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_learns_nothing_of_the_conversation(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var stranger = await scene.Host.Given.PersonAsync("外单位人", scene.Unit);

        var there = await scene.StartAsync(stranger);
        var nowhere = await scene.Host.Get<StartMeeting>().HandleAsync(ConversationId.New(), stranger.Id, Cancel);

        Assert.Equal(RefusalKind.NotFound, there.Refusal?.Kind);
        Assert.Equal(nowhere.Refusal?.TextKey, there.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_called_and_the_caller_is_not(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2, started: false);
        var rang = new TaskCompletionSource<MeetingRang>(TaskCreationOptions.RunContinuationsAsynchronously);
        var rangAtCaller = false;
        var feed = scene.Host.Get<IPersonFeed>();
        using var other = feed.Subscribe(scene.People[1].Id, happened => Task.FromResult(happened is MeetingRang ring && rang.TrySetResult(ring)));
        using var caller = feed.Subscribe(scene.People[0].Id, happened => Task.FromResult(rangAtCaller |= happened is MeetingRang));

        var started = await scene.StartAsync(scene.People[0]);

        var ring = await rang.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal((started.Value, scene.Group.Title, scene.People[0].Name), (ring.MeetingId, ring.Title, ring.CallerName));
        Assert.False(rangAtCaller);
    }

    [Theory, EveryDatabase]
    public async Task A_large_group_is_not_rung(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: MeetingQueries.MaxRung + 1, started: false);
        await using var kept = await scene.Host.OpenDatabaseAsync();

        var rung = await kept.RungAsync(scene.Group.Id, Cancel);

        Assert.Empty(rung);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_silenced_the_conversation_is_not_rung(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3, started: false);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        await kept.Members.Where(member => member.PersonId == scene.People[2].Id)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.Muted, true), Cancel);

        var rung = await kept.RungAsync(scene.Group.Id, Cancel);

        Assert.Equal([scene.People[0].Id, scene.People[1].Id], rung.OrderBy(person => person.Value));
    }
}
