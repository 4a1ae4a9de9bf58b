using System.Globalization;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Meetings;

/// <summary>An online meeting. Room state is the hub's and this table's; media is a driver's.</summary>
public sealed class Meeting
{
    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 80;

    public required MeetingId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The conversation it was started from; its members may enter.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>Who may end it for all. Goes to the earliest who is still there when the host leaves.</summary>
    public required PersonId HostId { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The media driver chosen at the start, for good: "mesh" or "livekit".</summary>
    public required string Media { get; init; }

    /// <summary>The title cut to what is kept, never in the middle of a character.</summary>
    public static string CutTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (title.Length <= MaxTitleLength)
        {
            return title;
        }

        var elements = StringInfo.ParseCombiningCharacters(title);
        return title[..elements.Last(start => start <= MaxTitleLength)];
    }
}
