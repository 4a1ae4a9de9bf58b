using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>Somebody who is allowed to be in the meeting comes in, or back.</summary>
/// <param name="Fresh">The page was loaded anew: nothing is left of its connections to the others.</param>
internal sealed record Entry(
    MeetingId MeetingId, Guid ParticipantId, PersonId PersonId, string Name, string ConnectionId, PeerState State, bool Fresh);
