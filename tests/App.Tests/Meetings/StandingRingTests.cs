using System.Threading.Channels;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

public sealed class StandingRingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Whoever_opens_a_page_while_it_rings_hears_the_call(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);

        Assert.Equal([scene.Meeting], Rings(await HeardAsync(scene, scene.People[1])));
        Assert.Empty(Rings(await HeardAsync(scene, scene.People[0])));
    }

    [Theory, EveryDatabase]
    public async Task A_call_that_was_declined_or_ran_out_or_ended_is_not_heard_later(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 3);

        await scene.Host.Get<DeclineRing>().HandleAsync(scene.Meeting, scene.People[1].Id, Cancel);
        Assert.Empty(Rings(await HeardAsync(scene, scene.People[1])));
        Assert.NotEmpty(Rings(await HeardAsync(scene, scene.People[2])));

        scene.Clock.Advance(TimeSpan.FromSeconds(41));
        Assert.Empty(Rings(await HeardAsync(scene, scene.People[2])));
    }

    [Theory, EveryDatabase]
    public async Task A_meeting_that_ended_rings_nobody_who_comes_later(Database database)
    {
        await using var scene = await Scene.SetAsync(database, people: 2);

        await scene.Host.Get<EndMeeting>().HandleAsync(scene.Meeting, scene.People[0].Id, Cancel);

        Assert.Empty(Rings(await HeardAsync(scene, scene.People[1])));
    }

    private static IEnumerable<Domain.Meetings.MeetingId> Rings(IEnumerable<PersonEvent> heard) =>
        heard.OfType<MeetingRang>().Select(rang => rang.MeetingId);

    // What a page that is opened now hears before the next thing that happens.
    private static async Task<List<PersonEvent>> HeardAsync(Scene scene, Person person)
    {
        var feed = scene.Host.Get<IPersonFeed>();
        var heard = Channel.CreateUnbounded<PersonEvent>();
        using var page = feed.Subscribe(person.Id, happened => heard.Writer.WriteAsync(happened, Cancel).AsTask());
        feed.Publish(person.Id, new EventsLost());
        var events = new List<PersonEvent>();
        await foreach (var happened in heard.Reader.ReadAllAsync(Cancel))
        {
            if (happened is EventsLost)
            {
                break;
            }

            events.Add(happened);
        }

        return events;
    }
}
