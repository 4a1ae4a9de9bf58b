using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class LeaveMeetingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task When_the_host_leaves_the_earliest_becomes_host(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);
        var inside = await scene.GatherAsync(3);

        await inside[0].LeaveAsync();

        Assert.Equal(inside[0].ParticipantId, (await inside[2].HearAsync("PeerLeft"))[0]);
        Assert.Equal(scene.People[1].Id.Value, (await inside[2].HearAsync("HostChanged"))[0]);
        Assert.Equal(scene.People[1].Id, (await scene.ReadMeetingAsync()).HostId);
        Assert.NotNull(Assert.Single(await scene.ReadStaysAsync(), stay => stay.ParticipantId == inside[0].ParticipantId).LeftAt);
    }

    [Theory, EveryDatabase]
    public async Task A_host_with_a_second_device_stays_host(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var inside = await scene.GatherAsync(2);
        var phone = await scene.ConnectAsync(scene.People[0]);
        await phone.JoinAsync(scene.Meeting);

        await inside[0].LeaveAsync();

        await inside[1].HearAsync("PeerLeft");
        Assert.Equal(scene.People[0].Id, (await scene.ReadMeetingAsync()).HostId);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_connection_keeps_its_seat_for_a_while(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);
        await scene.DropAsync(both[1]);

        await scene.PassAsync(Grace.Lost - TimeSpan.FromSeconds(1));
        await both[0].SignalAsync(both[1].ParticipantId, "missed");
        var back = await scene.ConnectAsync(scene.People[1], both[1].ParticipantId);
        var answer = await back.JoinAsync(scene.Meeting, fresh: false);

        Assert.True(answer.Resumed);
        Assert.Equal("missed", Assert.Single(answer.Missed).Signal.Description?.Sdp);
        Assert.False(both[0].HasHeard("PeerLeft"));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_does_not_come_back_is_gone_after_the_grace(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);
        await scene.DropAsync(both[1]);

        await scene.PassAsync(Grace.Lost);

        Assert.Equal(both[1].ParticipantId, (await both[0].HearAsync("PeerLeft"))[0]);
        Assert.Equal(scene.Clock.GetUtcNow(), Assert.Single(await scene.ReadStaysAsync(), stay => stay.PersonId == scene.People[1].Id).LeftAt);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_page_is_seen_at_once_and_a_reload_keeps_the_host(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        await scene.Host.Get<StepOut>().HandleAsync(scene.Meeting, scene.People[0].Id, both[0].ConnectionId, Cancel);

        Assert.Equal(both[0].ParticipantId, (await both[1].HearAsync("PeerLeft"))[0]);
        var reloaded = await scene.ConnectAsync(scene.People[0], both[0].ParticipantId);
        var answer = await reloaded.JoinAsync(scene.Meeting);
        await scene.PassAsync(Grace.Closed);
        Assert.Equal(scene.People[0].Id.Value, answer.Host);
        Assert.Equal(true, (await both[1].HearAsync("PeerJoined"))[1]);
        Assert.Equal(2, scene.Host.Get<MeetingRooms>().Present(scene.Meeting).Persons.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_late_word_about_an_older_connection_changes_nothing(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);
        var older = both[1].ConnectionId;
        var reloaded = await scene.ConnectAsync(scene.People[1], both[1].ParticipantId);
        await reloaded.JoinAsync(scene.Meeting);

        await scene.Host.Get<StepOut>().HandleAsync(scene.Meeting, scene.People[1].Id, older, Cancel);

        Assert.NotNull(scene.Host.Get<MeetingRooms>().Find(reloaded.ConnectionId));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_closes_the_page_of_another(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        await scene.Host.Get<StepOut>().HandleAsync(scene.Meeting, scene.People[0].Id, both[1].ConnectionId, Cancel);

        Assert.NotNull(scene.Host.Get<MeetingRooms>().Find(both[1].ConnectionId));
    }
}
