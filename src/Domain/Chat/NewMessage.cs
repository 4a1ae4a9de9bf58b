using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A checked message on its way into a conversation; it gets its place there.</summary>
public sealed record NewMessage(ConversationId ConversationId, PersonId SenderId, Guid ClientId, MessageKind Kind, string Body)
{
    public MessageId Id { get; init; } = MessageId.New();

    public required DateTimeOffset At { get; init; }

    /// <summary>The place of the message this one answers.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The persons named with @; those who are no members are left out.</summary>
    public IReadOnlyList<PersonId> Mentioned { get; init; } = [];

    public bool MentionsAll { get; init; }
}
