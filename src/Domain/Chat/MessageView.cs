using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A committed message as it travels to pages, hub clients and programs.</summary>
public sealed record MessageView(
    ConversationId ConversationId,
    long Seq,
    long Rev,
    MessageId Id,
    PersonId SenderId,
    Guid ClientId,
    MessageKind Kind,
    string Body,
    DateTimeOffset CreatedAt)
{
    /// <summary>The place of the message this one answers.</summary>
    public long? ReplyTo { get; init; }

    public MessageState State { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The signs under it, in the order they were first chosen.</summary>
    public IReadOnlyList<ReactionTally> Reactions { get; init; } = [];

    public bool IsRecalled => State == MessageState.Recalled;

    /// <summary>Whether this person, its sender, may take the words of the recalled message up again: for ten minutes.</summary>
    public bool MayBeWrittenAgainBy(PersonId person, DateTimeOffset now) =>
        IsRecalled && Kind == MessageKind.Text && person == SenderId && now - EditedAt < TimeSpan.FromMinutes(10);

    /// <summary>The view of a stored message and the signs under it.</summary>
    public static MessageView Of(Message message, IReadOnlyList<ReactionTally>? reactions = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new MessageView(
            message.ConversationId, message.Seq, message.Rev, message.Id, message.SenderId, message.ClientId, message.Kind, message.Body, message.CreatedAt)
        {
            ReplyTo = message.ReplyTo,
            State = message.State,
            EditedAt = message.EditedAt,
            Reactions = reactions ?? [],
        };
    }
}
