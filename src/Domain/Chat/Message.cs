using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>One message at its place in a conversation.</summary>
public sealed class Message
{
    /// <summary>The longest body, in UTF-16 units.</summary>
    public const int MaxLength = 4000;

    public required ConversationId ConversationId { get; init; }

    /// <summary>The place in the conversation, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    public required MessageId Id { get; init; }

    public required PersonId SenderId { get; init; }

    /// <summary>Made by the sender's client; with the sender unique for ever, so that a repeated send is recognised.</summary>
    public required Guid ClientId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>What it says now. Of a recalled message nothing is left but the line that says who recalled it.</summary>
    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The revision that made the message what it is.</summary>
    public required long Rev { get; set; }

    /// <summary>The place of the message this one answers; null when it answers none.</summary>
    public long? ReplyTo { get; init; }

    public MessageState State { get; set; }

    /// <summary>When its wording last changed, by its sender or by the recall; null when it stands as it was sent.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The text a message may carry: cleaned, not empty, not too long.</summary>
    public static Result<string> CheckBody(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var clean = body.Length > MaxLength * 4 ? body : CleanText.Block(body);
        return clean.Length switch
        {
            0 => new Refusal(RefusalKind.Invalid, "Chat.TextEmpty"),
            > MaxLength => new Refusal(RefusalKind.Invalid, "Chat.TextTooLong", MaxLength),
            _ => clean,
        };
    }
}
