using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Meetings;

/// <summary>Who is to be let in: one person on one device.</summary>
public sealed record MediaGuest(MeetingId MeetingId, Guid ParticipantId, PersonId PersonId, string Name);
