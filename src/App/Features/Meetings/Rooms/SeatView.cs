using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>Whose seat a connection belongs to, and where the others of the room are reached.</summary>
internal sealed record SeatView(MeetingId MeetingId, Guid ParticipantId, PersonId PersonId, PeerState State, IReadOnlyList<string> Others);
