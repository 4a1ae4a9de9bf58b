using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Meetings;

/// <summary>A group of people with a meeting the first of them started.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly string[] _names = ["单婉清", "符海宁", "欧阳雅琪", "王浩然", "林小雨", "陈思远", "吴清源", "黎亚妹", "尉迟敬", "曾国强"];

    private readonly List<Attendee> _attendees = [];

    private Scene(TestHost host, Unit unit)
    {
        Host = host;
        Unit = unit;
    }

    public required FakeTimeProvider Clock { get; init; }

    public TestHost Host { get; }

    public Unit Unit { get; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public Conversation Group { get; private set; } = null!;

    public MeetingId Meeting { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Scene> SetAsync(Database database, int people, bool started = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock });
        var scene = new Scene(host, await host.Given.UnitAsync("海口市教育局")) { Clock = clock };
        var members = new List<Person>();
        for (var index = 0; index < people; index++)
        {
            members.Add(await host.Given.PersonAsync(index < _names.Length ? _names[index] : $"王{index}", scene.Unit));
        }

        scene.People = members;
        scene.Group = await host.Given.GroupAsync("一网协同周例会", [.. members]);
        if (started)
        {
            scene.Meeting = (await scene.StartAsync(members[0])).Value;
        }

        return scene;
    }

    public Task<Domain.Kernel.Result<MeetingId>> StartAsync(Person by) => Host.Get<StartMeeting>().HandleAsync(Group.Id, by.Id, Cancel);

    public async Task<Attendee> ConnectAsync(Person person, Guid? participantId = null)
    {
        var attendee = await Attendee.ConnectAsync(Host, person, participantId);
        _attendees.Add(attendee);
        return attendee;
    }

    /// <summary>The first so many people come in, one after the other.</summary>
    public async Task<Attendee[]> GatherAsync(int count, PeerState? state = null)
    {
        var inside = new List<Attendee>();
        foreach (var person in People.Take(count))
        {
            var attendee = await ConnectAsync(person);
            await attendee.JoinAsync(Meeting, state);
            inside.Add(attendee);
        }

        return [.. inside];
    }

    /// <summary>Time passes, and the sweep sees it.</summary>
    public Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Host.Get<SweepMeetings>().HandleAsync(Cancel);
    }

    /// <summary>A connection is lost; answers once the server has noticed.</summary>
    public async Task DropAsync(Attendee attendee)
    {
        await attendee.DropAsync();
        await IsAwayAsync(attendee);
    }

    /// <summary>Waits until the server counts the participant's connection as lost.</summary>
    public async Task IsAwayAsync(Attendee attendee)
    {
        var rooms = Host.Get<MeetingRooms>();
        while (rooms.Find(attendee.ConnectionId) is not null)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<Meeting> ReadMeetingAsync()
    {
        await using var database = await Host.OpenDatabaseAsync();
        return await database.Meetings.SingleAsync(row => row.Id == Meeting, Cancel);
    }

    public async Task<List<MeetingAttendance>> ReadStaysAsync()
    {
        await using var database = await Host.OpenDatabaseAsync();
        return await database.MeetingAttendances.Where(row => row.MeetingId == Meeting).ToListAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var attendee in _attendees)
        {
            await attendee.DisposeAsync();
        }

        await Host.DisposeAsync();
    }
}
