using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>A seat was given up.</summary>
/// <param name="Told">Whether the others know already.</param>
/// <param name="ConnectionId">Where the one who left was reached; null when away.</param>
/// <param name="Remaining">The persons who are still there, the earliest first.</param>
/// <param name="Others">Where they are reached.</param>
internal sealed record Departure(
    MeetingId MeetingId,
    Guid ParticipantId,
    PersonId PersonId,
    bool Told,
    string? ConnectionId,
    IReadOnlyList<PersonId> Remaining,
    IReadOnlyList<string> Others);
