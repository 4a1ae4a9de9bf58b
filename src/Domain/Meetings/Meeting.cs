using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Meetings;

/// <summary>An online meeting. Room state is the hub's and this table's; media is a driver's.</summary>
public sealed class Meeting
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 80;

    public required MeetingId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The conversation it was started from; its members may enter.</summary>
    public required ConversationId ConversationId { get; init; }

    public required PersonId HostId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The media driver chosen at the start, for good: "mesh" or "livekit".</summary>
    public required string Media { get; init; }
}
