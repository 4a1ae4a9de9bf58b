using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A conversation as its member's list shows it.</summary>
/// <param name="Title">The group's title, or the other person's name.</param>
/// <param name="OtherId">In a direct chat the other person.</param>
/// <param name="Line">The last message's beginning; null where nobody has written yet.</param>
public sealed record ConversationRow(
    ConversationId Id, ConversationKind Kind, string Title, PersonId? OtherId, DateTimeOffset LastAt, MessageExcerpt? Line)
{
    public long LastSeq { get; init; }

    public long Unread { get; init; }

    /// <summary>Whether an unread message names the person.</summary>
    public bool Mentioned { get; init; }

    public bool Muted { get; init; }

    /// <summary>Whether the directory decides who is in it.</summary>
    public bool FollowsDirectory { get; init; }

    /// <summary>Whether the other person may not be called by the one who reads. Told of one conversation that is open, not in lists.</summary>
    public bool IsShielded { get; init; }

    public bool IsGroup => Kind == ConversationKind.Group;
}
