namespace HaiZhengTong.App.Features.Chat;

/// <summary>The place a sent message got.</summary>
public sealed record SentItem(long Seq, long Rev, bool IsRepeat);

/// <summary>A message to be sent.</summary>
/// <param name="ClientId">Made by the sender, once per message.</param>
/// <param name="Mentioned">The members picked with @; null: found in the text by name.</param>
/// <param name="ReplyTo">The place of the message this one answers.</param>
public sealed record PostItem(Guid ClientId, string? Body, IReadOnlyList<Guid>? Mentioned, long? ReplyTo);

/// <summary>One message; <paramref name="Recalled"/> is what it said, for its sender and a short while after the recall.</summary>
public sealed record OneMessageItem(MessageItem Message, string? Recalled);

/// <summary>What a follower missed; Reload means: too much, read the messages again. Each message comes once, as it stands now.</summary>
public sealed record ChangesItem(bool Reload, long Rev, IReadOnlyList<MessageItem> Messages);

/// <summary>How far the caller has read, and what came after.</summary>
public sealed record ReadItem(long ReadSeq, long Unread);

/// <summary>Everything unread; Total leaves muted conversations out.</summary>
public sealed record UnreadItem(long Total, IReadOnlyList<ConversationBadge> Conversations);

/// <summary>A member as the @ picker offers them.</summary>
public sealed record MemberItem(Guid Id, string Name, string Pinyin, string Unit, string Title);
