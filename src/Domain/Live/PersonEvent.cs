using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.SignIn;

namespace HaiZhengTong.Domain.Live;

/// <summary>Something a person should learn of whatever page is open.</summary>
public abstract record PersonEvent;

/// <summary>A conversation moved: a badge, never the body. Coalesced by the receiver.</summary>
public sealed record ConversationMoved(ConversationId ConversationId, long LastSeq, long LastRev, bool Mentioned) : PersonEvent;

/// <summary>The person's own read position moved, on some device.</summary>
public sealed record ReadMoved(ConversationId ConversationId, long ReadSeq) : PersonEvent;

/// <summary>The person's list of conversations changed: founded, joined, left, renamed.</summary>
public sealed record ConversationsChanged(ConversationId ConversationId) : PersonEvent;

/// <summary>Somebody calls the person into a meeting.</summary>
public sealed record MeetingRang(MeetingId MeetingId, string Title, string CallerName) : PersonEvent;

/// <summary>The call is over: answered on another device, declined there, or the meeting ended.</summary>
public sealed record MeetingRingEnded(MeetingId MeetingId) : PersonEvent;

/// <summary>A session is over; null means all sessions of the person.</summary>
public sealed record SessionEnded(SessionId? SessionId) : PersonEvent;
