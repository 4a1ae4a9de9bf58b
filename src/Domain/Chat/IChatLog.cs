using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>
/// The two hot writes of the product, made by hand for each database: few round trips, and on SQLite many writers share
/// one flush to disk. When a call returns, what it did is durable.
/// </summary>
public interface IChatLog
{
    /// <summary>
    /// Puts the message at the next place of its conversation, or answers with the message that came first under the same
    /// sender and client id. Null: the sender is no member, or there is no such conversation.
    /// </summary>
    Task<AppendedMessage?> AppendAsync(NewMessage message, CancellationToken cancellationToken);

    /// <summary>Moves the person's read position forward, never back and never beyond the last message. Null: not a member.</summary>
    Task<ReadPosition?> MarkReadAsync(ConversationId conversation, PersonId person, long seq, CancellationToken cancellationToken);
}
