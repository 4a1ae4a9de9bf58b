namespace HaiZhengTong.App.Features.Chat;

/// <summary>The place a sent message got.</summary>
public sealed record SentItem(long Seq, long Rev, bool IsRepeat);

/// <summary>What a follower missed; Reload means: too much, read the messages again.</summary>
public sealed record ChangesItem(bool Reload, long Rev, IReadOnlyList<MessageItem> Messages);

/// <summary>How far the caller has read, and what came after.</summary>
public sealed record ReadItem(long ReadSeq, long Unread);

/// <summary>Everything unread; Total leaves muted conversations out.</summary>
public sealed record UnreadItem(long Total, IReadOnlyList<ConversationBadge> Conversations);

/// <summary>A member as the @ picker offers them.</summary>
public sealed record MemberItem(Guid Id, string Name, string Pinyin, string Unit, string Title);
