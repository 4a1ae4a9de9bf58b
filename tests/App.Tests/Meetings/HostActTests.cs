using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class HostActTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_host_silences_somebody_for_all(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);
        var inside = await scene.GatherAsync(3);

        await inside[0].ActAsync("MuteOther", scene.Meeting.Value, inside[1].ParticipantId);

        await inside[1].HearAsync("MutedByHost");
        var shown = await inside[2].HearAsync("PeerState");
        Assert.Equal((inside[1].ParticipantId, false), (shown[0], (shown[1] as PeerState)?.Mic));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_removed_is_out_on_every_device_and_stays_out(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);
        var inside = await scene.GatherAsync(3);
        var phone = await scene.ConnectAsync(scene.People[1]);
        await phone.JoinAsync(scene.Meeting);

        var removed = await inside[0].ActAsync("Remove", scene.Meeting.Value, inside[1].ParticipantId);

        Assert.Null(removed.Refused);
        Assert.Equal("removed", (await inside[1].HearAsync("Closed"))[0]);
        Assert.Equal("removed", (await phone.HearAsync("Closed"))[0]);
        Assert.Equal("Meetings.WasRemoved", (await inside[1].AskInAsync(scene.Meeting)).Refused);
        Assert.Equal("Meetings.NotInside", (await inside[1].SignalAsync(inside[0].ParticipantId)).Refused);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_but_the_host_acts_on_others_and_the_host_not_on_itself(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);
        var mute = await scene.Host.Get<MuteParticipant>().HandleAsync(scene.Meeting, both[0].ParticipantId, scene.People[1].Id, Cancel);
        var remove = await scene.Host.Get<RemoveParticipant>().HandleAsync(scene.Meeting, both[0].ParticipantId, scene.People[1].Id, Cancel);

        var self = await both[0].ActAsync("Remove", scene.Meeting.Value, both[0].ParticipantId);

        Assert.Equal(RefusalKind.Forbidden, mute.Refusal?.Kind);
        Assert.Equal(RefusalKind.Forbidden, remove.Refusal?.Kind);
        Assert.Equal("Meetings.NotInside", self.Refused);
    }

    [Theory, EveryDatabase]
    public async Task A_declined_call_is_read_by_those_in_the_meeting(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var caller = (await scene.GatherAsync(1))[0];

        var declined = await scene.Host.Get<DeclineRing>().HandleAsync(scene.Meeting, scene.People[1].Id, Cancel);

        Assert.Null(declined.Refusal);
        Assert.Equal(scene.People[1].Name, (await caller.HearAsync("Declined"))[0]);
    }
}
