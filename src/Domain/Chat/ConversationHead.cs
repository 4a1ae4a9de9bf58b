namespace HaiZhengTong.Domain.Chat;

/// <summary>The counters of a conversation, raised in the transaction of each send: contiguous, one total order.</summary>
public sealed class ConversationHead
{
    public required ConversationId ConversationId { get; init; }

    /// <summary>The last message's place.</summary>
    public long LastSeq { get; set; }

    /// <summary>The last change's number: new messages, edits, member changes.</summary>
    public long LastRev { get; set; }

    public DateTimeOffset LastMessageAt { get; set; }

    /// <summary>When the last revision was made, whatever it was.</summary>
    public DateTimeOffset LastChangeAt { get; set; }
}
