using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class JoinMeetingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_newcomer_sees_who_is_there_and_they_are_told(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var first = (await scene.GatherAsync(1))[0];
        var second = await scene.ConnectAsync(scene.People[1]);

        var answer = await second.JoinAsync(scene.Meeting);

        var told = await first.HearAsync("PeerJoined");
        Assert.Equal(first.ParticipantId, Assert.Single(answer.Peers).Id);
        Assert.Equal((scene.People[0].Id.Value, "mesh", false), (answer.Host, answer.Media.Driver, answer.Resumed));
        Assert.Equal((second.ParticipantId, scene.People[1].Name), ((told[0] as PeerView)?.Id, (told[0] as PeerView)?.Name));
        Assert.Equal(2, (await scene.ReadStaysAsync()).Count(stay => stay.LeftAt is null));
    }

    [Theory, EveryDatabase]
    public async Task A_fifth_with_video_is_told_why_not(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 5);
        await scene.GatherAsync(4);
        var fifth = await scene.ConnectAsync(scene.People[4]);

        var answer = await fifth.AskInAsync(scene.Meeting);

        Assert.Equal("Meetings.FullWithVideo", answer.Refused);
        Assert.Equal(["4", "8"], answer.Arguments.Select(word => word.ToString()));
        Assert.Equal(4, (await scene.ReadStaysAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task By_voice_alone_more_come_in_and_no_camera_goes_on_any_more(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 9);
        await scene.GatherAsync(4, Attendee.ByVoice);
        var fifth = await scene.ConnectAsync(scene.People[4]);

        var admitted = await fifth.JoinAsync(scene.Meeting);
        var camera = await fifth.ShowAsync(Attendee.WithVideo);

        Assert.False(admitted.Self.State.Cam);
        Assert.Equal("Meetings.TooManyForVideo", camera.Refused);
    }

    [Theory, EveryDatabase]
    public async Task Beyond_the_last_voice_nobody_comes_in(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 9);
        await scene.GatherAsync(8, Attendee.ByVoice);
        var ninth = await scene.ConnectAsync(scene.People[8]);

        var answer = await ninth.AskInAsync(scene.Meeting, Attendee.ByVoice);

        Assert.Equal("Meetings.Full", answer.Refused);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_and_a_former_member_learn_nothing(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var stranger = await scene.ConnectAsync(await scene.Host.Given.PersonAsync("外单位人", scene.Unit));
        var former = await scene.ConnectAsync(scene.People[1]);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        await kept.Members.Where(member => member.PersonId == scene.People[1].Id)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.LeftSeq, 1), Cancel);

        Assert.Equal("Meetings.NotFound", (await stranger.AskInAsync(scene.Meeting)).Refused);
        Assert.Equal("Meetings.NotFound", (await former.AskInAsync(scene.Meeting)).Refused);
        Assert.Equal("Meetings.NotFound", (await stranger.AskInAsync(Domain.Meetings.MeetingId.New())).Refused);
        Assert.Empty(scene.Host.Get<MeetingRooms>().Present(scene.Meeting).Persons);
    }

    [Theory, EveryDatabase]
    public async Task An_ended_meeting_is_over_for_good(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        await scene.Host.Get<CloseMeeting>().HandleAsync(scene.Meeting, Cancel);
        var late = await scene.ConnectAsync(scene.People[1]);

        var answer = await late.AskInAsync(scene.Meeting);

        Assert.Equal("Meetings.Over", answer.Refused);
        Assert.Empty(await scene.ReadStaysAsync());
    }

    [Theory, EveryDatabase]
    public async Task Nobody_takes_the_place_of_another(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var first = (await scene.GatherAsync(1))[0];
        var thief = await scene.ConnectAsync(scene.People[1], first.ParticipantId);
        var doubled = await first.AskInAsync(scene.Meeting);
        var second = await scene.ConnectAsync(scene.People[1]);
        await second.JoinAsync(scene.Meeting);

        var taken = await thief.AskInAsync(scene.Meeting);

        Assert.Equal("Meetings.ParticipantTaken", taken.Refused);
        Assert.NotNull(doubled.Value);
        Assert.Equal(2, (await scene.ReadStaysAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_reload_takes_the_same_seat_and_the_others_begin_anew(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);
        var reloaded = await scene.ConnectAsync(scene.People[1], both[1].ParticipantId);

        var answer = await reloaded.JoinAsync(scene.Meeting, fresh: true);

        Assert.Equal("replaced", (await both[1].HearAsync("Closed"))[0]);
        await both[0].HearAsync("PeerJoined");
        var told = await both[0].HearAsync("PeerJoined");
        Assert.Equal((both[1].ParticipantId, true), ((told[0] as PeerView)?.Id, told[1]));
        Assert.False(answer.Resumed);
        Assert.Equal(2, (await scene.ReadStaysAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_state_no_page_of_ours_sends_is_refused(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        var attendee = await scene.ConnectAsync(scene.People[0]);

        var answer = await attendee.AskInAsync(scene.Meeting, Attendee.WithVideo with { Screen = "<script>" });

        Assert.Equal("Meetings.BadRequest", answer.Refused);
    }
}
