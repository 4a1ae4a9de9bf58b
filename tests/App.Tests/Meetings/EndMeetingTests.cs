using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class EndMeetingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_host_ends_it_for_all(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var both = await scene.GatherAsync(2);

        var ended = await both[0].ActAsync("EndForAll", scene.Meeting.Value);

        Assert.Null(ended.Refused);
        Assert.Equal("ended", (await both[1].HearAsync("Closed"))[0]);
        Assert.NotNull((await scene.ReadMeetingAsync()).EndedAt);
        Assert.All(await scene.ReadStaysAsync(), stay => Assert.NotNull(stay.LeftAt));
        Assert.Null(scene.Host.Get<MeetingRooms>().Find(both[1].ConnectionId));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_but_the_host_ends_it(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        var stranger = await scene.Host.Given.PersonAsync("外单位人", scene.Unit);
        var end = scene.Host.Get<EndMeeting>();

        var guest = await end.HandleAsync(scene.Meeting, scene.People[1].Id, Cancel);
        var outside = await end.HandleAsync(scene.Meeting, stranger.Id, Cancel);

        Assert.Equal(RefusalKind.Forbidden, guest.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, outside.Refusal?.Kind);
        Assert.Null((await scene.ReadMeetingAsync()).EndedAt);
    }

    [Theory, EveryDatabase]
    public async Task A_meeting_everybody_left_ends_after_a_minute(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        var last = (await scene.GatherAsync(1))[0];
        await last.LeaveAsync();

        await scene.PassAsync(Grace.Empty - TimeSpan.FromSeconds(1));
        var before = await scene.ReadMeetingAsync();
        await scene.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Null(before.EndedAt);
        Assert.NotNull((await scene.ReadMeetingAsync()).EndedAt);
    }

    [Theory, EveryDatabase]
    public async Task A_meeting_somebody_is_in_goes_on(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        await scene.GatherAsync(1);

        await scene.PassAsync(TimeSpan.FromHours(3));

        Assert.Null((await scene.ReadMeetingAsync()).EndedAt);
    }

    [Theory, EveryDatabase]
    public async Task After_a_restart_a_meeting_nobody_returns_to_ends(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1, started: false);
        var left = new Meeting
        {
            Id = MeetingId.New(),
            Title = "重启前的会议",
            ConversationId = scene.Group.Id,
            HostId = scene.People[0].Id,
            StartedAt = scene.Clock.GetUtcNow(),
            Media = "mesh",
        };
        await using var kept = await scene.Host.OpenDatabaseAsync();
        kept.Meetings.Add(left);
        await kept.SaveChangesAsync(Cancel);

        await scene.Host.Get<ReopenRooms>().HandleAsync(Cancel);
        await scene.PassAsync(Grace.Unused);

        await using var read = await scene.Host.OpenDatabaseAsync();
        Assert.NotNull((await read.Meetings.FindAsync([left.Id], Cancel))?.EndedAt);
    }

    [Theory, EveryDatabase]
    public async Task The_open_cards_are_told(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        var told = new TaskCompletionSource<MeetingOver>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = scene.Host.Get<IChatFeed>().Observe(happened => _ = happened is MeetingOver over && told.TrySetResult(over));

        await scene.Host.Get<CloseMeeting>().HandleAsync(scene.Meeting, Cancel);

        Assert.Equal(scene.Meeting, (await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel)).MeetingId);
    }
}
