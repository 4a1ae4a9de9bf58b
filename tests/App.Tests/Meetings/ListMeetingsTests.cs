using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class ListMeetingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_member_sees_what_runs_and_later_what_was(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);
        await scene.GatherAsync(2);
        var list = scene.Host.Get<ListMeetings>();

        var running = await list.HandleAsync(scene.People[1].Id, Cancel);
        await scene.Host.Get<CloseMeeting>().HandleAsync(scene.Meeting, Cancel);
        var past = await list.HandleAsync(scene.People[1].Id, Cancel);
        scene.Clock.Advance(TimeSpan.FromDays(31));
        var forgotten = await list.HandleAsync(scene.People[1].Id, Cancel);

        Assert.Equal((scene.Meeting, 2, scene.People[0].Name), Assert.Single(running.Running) is var row ? (row.Id, row.People, row.HostName) : default);
        Assert.Equal((scene.Meeting, 2), Assert.Single(past.Past) is var then ? (then.Id, then.People) : default);
        Assert.Empty(past.Running.Concat(running.Past).Concat(forgotten.Past));
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_sees_neither_list_nor_card(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 1);
        var stranger = await scene.Host.Given.PersonAsync("外单位人", scene.Unit);

        var lists = await scene.Host.Get<ListMeetings>().HandleAsync(stranger.Id, Cancel);
        var card = await scene.Host.Get<MeetingInfo>().HandleAsync(scene.Meeting, stranger.Id, Cancel);

        Assert.Empty(lists.Running);
        Assert.Equal(RefusalKind.NotFound, card.Refusal?.Kind);
    }
}
