namespace HaiZhengTong.Domain.Chat;

/// <summary>One numbered change of a conversation; a session that missed some reads the gap from here.</summary>
public sealed class Change
{
    public required ConversationId ConversationId { get; init; }

    public required long Rev { get; init; }

    public required long Seq { get; init; }

    public required ChangeOp Op { get; init; }

    public required DateTimeOffset At { get; init; }
}
