using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.SignalR;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Tells those in a room, and those who are called, what happened. Always after the commit.</summary>
internal sealed class MeetingVoice(IHubContext<MeetingHub, IMeetingClient> hub, IPersonFeed feed, IChatFeed chat)
{
    public const string Ended = "ended";
    public const string Removed = "removed";
    public const string Replaced = "replaced";

    public async Task EnteredAsync(Entry entry, Entered entered)
    {
        if (entered.Replaced is not null)
        {
            await hub.Clients.Client(entered.Replaced).Closed(Replaced);
        }

        var others = hub.Clients.Clients(entered.Others);
        await (entered.Announce
            ? others.PeerJoined(entered.Self, entry.Fresh)
            : others.PeerState(entry.ParticipantId, entered.Self.State));
        feed.Publish(entry.PersonId, new MeetingRingEnded(entry.MeetingId));
    }

    public Task LeftAsync(Guid participantId, IReadOnlyList<string> others) => hub.Clients.Clients(others).PeerLeft(participantId);

    public Task HostChangedAsync(PersonId host, IReadOnlyList<string> all) => hub.Clients.Clients(all).HostChanged(host.Value);

    public Task ShownAsync(Guid participantId, PeerState state, IReadOnlyList<string> others) =>
        hub.Clients.Clients(others).PeerState(participantId, state);

    public Task SignalAsync(SignalRoute route, PeerSignal signal) =>
        route.ConnectionId is { } connection ? hub.Clients.Client(connection).Signal(route.From, signal) : Task.CompletedTask;

    public Task SilencedAsync(string connectionId) => hub.Clients.Client(connectionId).MutedByHost();

    public Task DeclinedAsync(string name, IReadOnlyList<string> all) => hub.Clients.Clients(all).Declined(name);

    public Task ClosedAsync(string reason, IReadOnlyList<string> connections) => hub.Clients.Clients(connections).Closed(reason);

    public void Ring(IEnumerable<PersonId> persons, MeetingRang ring)
    {
        foreach (var person in persons)
        {
            feed.Publish(person, ring);
        }
    }

    /// <summary>The meeting's card in the conversation changes, and it rings nowhere any more.</summary>
    public void Over(Meeting meeting, IEnumerable<PersonId> rung)
    {
        EndRing(rung, meeting.Id);
        chat.Publish(new MeetingOver(meeting.ConversationId, meeting.Id));
    }

    public void EndRing(IEnumerable<PersonId> persons, MeetingId meeting)
    {
        foreach (var person in persons)
        {
            feed.Publish(person, new MeetingRingEnded(meeting));
        }
    }
}
