namespace HaiZhengTong.App.Features.Chat;

/// <summary>The use cases an open conversation is read with.</summary>
public sealed record ConversationReads(
    ReadConversation Conversation, ListMessages Messages, ReadChanges Changes, MarkRead Mark, ReadMeetingCards Meetings);
