using HaiZhengTong.App.Features.Chat.Messages;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>The use cases behind the hub.</summary>
internal sealed record LiveUseCases(SendMessage Send, MessageActs Messages, ReadChanges Changes, LiveReads Reads);

/// <summary>What the hub reads beside messages.</summary>
internal sealed record LiveReads(MarkRead Mark, CountUnread Unread, ListMembers Members);
