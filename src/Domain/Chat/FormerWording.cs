namespace HaiZhengTong.Domain.Chat;

/// <summary>What a message said before it was edited or recalled.</summary>
public sealed class FormerWording
{
    public required ConversationId ConversationId { get; init; }

    public required long Seq { get; init; }

    /// <summary>The revision that replaced this wording.</summary>
    public required long Rev { get; init; }

    public required string Body { get; init; }

    /// <summary>Since when the message said this.</summary>
    public required DateTimeOffset At { get; init; }
}
