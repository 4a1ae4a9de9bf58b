using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>Something that happened in a conversation and is committed. Plain data, so that it can travel between nodes.</summary>
public abstract record ConversationEvent(ConversationId ConversationId);

/// <summary>A message was sent. <paramref name="Mentioned"/> are the persons it names, <paramref name="MentionsAll"/> is @所有人.</summary>
public sealed record MessagePosted(MessageView Message, IReadOnlyList<PersonId> Mentioned, bool MentionsAll)
    : ConversationEvent(Message.ConversationId);

/// <summary>A message is another one now: worded anew, recalled, with other signs. <paramref name="Message"/> is all of it as it stands; its revision is this change's.</summary>
/// <param name="Message">The message as it stands.</param>
/// <param name="Op">What happened to it.</param>
/// <param name="IsLast">Whether it was the conversation's last message then.</param>
public sealed record MessageChanged(MessageView Message, ChangeOp Op, bool IsLast) : ConversationEvent(Message.ConversationId);

/// <summary>Members came or went, or the title changed; <paramref name="Line"/> is the message that says so.</summary>
public sealed record MembersChanged(MessageView Line, IReadOnlyList<PersonId> Joined, IReadOnlyList<PersonId> Left)
    : ConversationEvent(Line.ConversationId);

/// <summary>A member has read up to here.</summary>
public sealed record ReaderMoved(ConversationId ConversationId, PersonId PersonId, long ReadSeq) : ConversationEvent(ConversationId);

/// <summary>The counters as they stand, told again now and then: who is behind has lost an event and reads the gap.</summary>
public sealed record HeadSeen(ConversationId ConversationId, long LastSeq, long LastRev) : ConversationEvent(ConversationId);

/// <summary>A meeting that was started here is over.</summary>
public sealed record MeetingOver(ConversationId ConversationId, MeetingId MeetingId) : ConversationEvent(ConversationId);
