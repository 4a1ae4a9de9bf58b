using HaiZhengTong.Domain.Live;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class MeetingSessionTests
{
    [Theory, EveryDatabase]
    public async Task Whose_session_ends_loses_the_seat_at_once(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        scene.Host.Get<IPersonFeed>().Publish(scene.People[1].Id, new SessionEnded(null));

        await scene.IsAwayAsync(both[1]);
        await scene.PassAsync(TimeSpan.Zero);
        Assert.Equal(both[1].ParticipantId, (await both[0].HearAsync("PeerLeft"))[0]);
    }
}
