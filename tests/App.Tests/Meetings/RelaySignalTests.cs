using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class RelaySignalTests
{
    [Theory, EveryDatabase]
    public async Task A_signal_reaches_its_receiver_with_the_true_sender(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);
        var inside = await scene.GatherAsync(3);

        await inside[0].SignalAsync(inside[1].ParticipantId, "v=0 first");

        var heard = await inside[1].HearAsync("Signal");
        Assert.Equal((inside[0].ParticipantId, "v=0 first"), (heard[0], (heard[1] as PeerSignal)?.Description?.Sdp));
        Assert.False(inside[2].HasHeard("Signal"));
    }

    [Theory, EveryDatabase]
    public async Task A_peer_of_another_meeting_is_out_of_reach(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var inside = await scene.GatherAsync(2);
        var other = await scene.Host.Given.PersonAsync("外单位人", scene.Unit);
        var group = await scene.Host.Given.GroupAsync("别的群", other);
        var elsewhere = await scene.Host.Get<StartMeeting>().HandleAsync(group.Id, other.Id, TestContext.Current.CancellationToken);
        var outside = await scene.ConnectAsync(other);
        await outside.JoinAsync(elsewhere.Value);

        var into = await outside.SignalAsync(inside[0].ParticipantId);
        var outOf = await inside[0].SignalAsync(outside.ParticipantId);

        Assert.Equal(("Meetings.NotInside", "Meetings.NotInside"), (into.Refused, outOf.Refused));
        Assert.False(inside[0].HasHeard("Signal") || outside.HasHeard("Signal"));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_in_no_meeting_sends_nothing(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var inside = (await scene.GatherAsync(1))[0];
        var waiting = await scene.ConnectAsync(scene.People[1]);

        var signal = await waiting.SignalAsync(inside.ParticipantId);

        Assert.Equal("Meetings.NotInside", signal.Refused);
        Assert.Equal("Meetings.NotInside", (await waiting.ShowAsync(Attendee.ByVoice)).Refused);
    }

    [Theory, EveryDatabase]
    public async Task An_oversize_signal_is_refused(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        var longest = await both[0].SignalAsync(both[1].ParticipantId, new string('a', PeerSignal.MaxDescriptionLength));
        var tooLong = await both[0].SignalAsync(both[1].ParticipantId, new string('a', PeerSignal.MaxDescriptionLength + 1));

        Assert.Equal((null, "Meetings.BadRequest"), (longest.Refused, tooLong.Refused));
        await both[1].HearAsync("Signal");
        Assert.False(both[1].HasHeard("Signal"));
    }

    [Theory, EveryDatabase]
    public async Task A_flood_is_stopped_and_passes_with_time(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        var flood = await Task.WhenAll(Enumerable.Range(0, 301).Select(_ => both[0].SignalAsync(both[1].ParticipantId)));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await both[0].SignalAsync(both[1].ParticipantId);

        Assert.Equal(1, flood.Count(answer => answer.Refused == "Meetings.TooManySignals"));
        Assert.Null(later.Refused);
    }
}
