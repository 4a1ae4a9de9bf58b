using HaiZhengTong.App.Features.Chat.Messages;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>The use cases an open conversation is read with.</summary>
public sealed record ConversationReads(
    ReadConversation Conversation, ListMessages Messages, ReadChanges Changes, MarkRead Mark, MessageReferences References);

/// <summary>The use cases that read what messages refer to.</summary>
public sealed record MessageReferences(ReadMeetingCards Meetings, ReadQuoted Quoted);
