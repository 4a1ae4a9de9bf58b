using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Meetings;

/// <summary>One person's stay in a meeting on one device.</summary>
public sealed class MeetingAttendance
{
    public required MeetingId MeetingId { get; init; }

    /// <summary>One per join of a person on a device; outlives connections.</summary>
    public required Guid ParticipantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? LeftAt { get; set; }
}
