using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A person named in a message with @.</summary>
public sealed class Mention
{
    public required PersonId PersonId { get; init; }

    public required ConversationId ConversationId { get; init; }

    public required long Seq { get; init; }
}
