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
    /// <summary>The view of a stored message.</summary>
    public static MessageView Of(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new MessageView(
            message.ConversationId, message.Seq, message.Rev, message.Id, message.SenderId, message.ClientId, message.Kind, message.Body, message.CreatedAt);
    }
}
