using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.Domain.Live;

/// <summary>Something a person should learn of whatever page is open.</summary>
public abstract record PersonEvent;

/// <summary>
/// A conversation moved: a badge and the beginning of the last message, never the body. Coalesced by the receiver.
/// Unread is what the person has not seen there now, so the event may be applied twice or not at all.
/// </summary>
public sealed record ConversationMoved(ConversationId ConversationId, long LastSeq, long LastRev, bool Mentioned) : PersonEvent
{
    public long Unread { get; init; }

    public bool Muted { get; init; }

    public MessageExcerpt? Line { get; init; }
}

/// <summary>The last message of a conversation reads otherwise now: worded anew, or recalled. Nothing is unread by it.</summary>
public sealed record LastLineChanged(ConversationId ConversationId, long Seq, MessageExcerpt Line) : PersonEvent;

/// <summary>The person's own read position moved, on some device; <paramref name="Unread"/> came after it.</summary>
public sealed record ReadMoved(ConversationId ConversationId, long ReadSeq, long Unread) : PersonEvent;

/// <summary>The person's list of conversations changed: founded, joined, left, renamed.</summary>
public sealed record ConversationsChanged(ConversationId ConversationId) : PersonEvent;

/// <summary>Somebody calls the person into a meeting.</summary>
public sealed record MeetingRang(MeetingId MeetingId, string Title, string CallerName) : PersonEvent;

/// <summary>The call is over: answered on another device, declined there, or the meeting ended.</summary>
public sealed record MeetingRingEnded(MeetingId MeetingId) : PersonEvent;

/// <summary>A session is over; null means all sessions of the person.</summary>
public sealed record SessionEnded(SessionId? SessionId) : PersonEvent;

/// <summary>The listener was too slow and missed events: read again what is shown.</summary>
public sealed record EventsLost : PersonEvent;
