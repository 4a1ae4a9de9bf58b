namespace HaiZhengTong.App.Features.Chat;

/// <summary>The use cases behind the hub.</summary>
internal sealed record LiveUseCases(SendMessage Send, ReadChanges Changes, MarkRead Read, CountUnread Unread, ListMembers Members);
