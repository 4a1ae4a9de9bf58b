namespace HaiZhengTong.Domain.Chat;

/// <summary>A message that names everyone (@所有人).</summary>
public sealed class MentionAll
{
    public required ConversationId ConversationId { get; init; }

    public required long Seq { get; init; }
}
