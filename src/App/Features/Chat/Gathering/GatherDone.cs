using HaiZhengTong.Domain.Chat;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>What came of it, in words; and the group, where one was founded.</summary>
public sealed record GatherDone(string Words, ConversationId? Group);
