using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>
/// Writes a message into a conversation inside a transaction that belongs to somebody else: the lines the system writes,
/// the card of a meeting. The caller has checked who may, commits, and then tells.
/// </summary>
public sealed class ConversationWriter(IChatFeed feed)
{
    /// <summary>Takes the next place and revision and stores the message with its change. Needs an open write of <paramref name="database"/>.</summary>
    public async Task<MessageView> WriteAsync(AppDbContext database, NewMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return await WriteAsync(database, message, ChangeOp.Posted, cancellationToken);
    }

    /// <summary>After the commit: tells everyone who follows the conversation, and the badges of the others.</summary>
    public void Tell(MessageView message) => feed.Publish(new MessagePosted(message, [], MentionsAll: false));

    internal static async Task<MessageView> WriteAsync(
        AppDbContext database, NewMessage message, ChangeOp op, CancellationToken cancellationToken)
    {
        // The update holds the row until the commit, so what is read after it is ours alone.
        await database.ConversationHeads
            .Where(head => head.ConversationId == message.ConversationId)
            .ExecuteUpdateAsync(
                head => head
                    .SetProperty(row => row.LastSeq, row => row.LastSeq + 1)
                    .SetProperty(row => row.LastRev, row => row.LastRev + 1)
                    .SetProperty(row => row.LastMessageAt, message.At),
                cancellationToken);
        var head = await database.HeadAsync(message.ConversationId, cancellationToken);

        var stored = Stored(message, head.LastSeq, head.LastRev);
        database.Messages.Add(stored);
        database.Changes.Add(new Change
        {
            ConversationId = message.ConversationId,
            Rev = head.LastRev,
            Seq = head.LastSeq,
            Op = op,
            At = message.At,
        });
        await database.SaveChangesAsync(cancellationToken);
        await database.Members
            .Where(member => member.ConversationId == message.ConversationId && member.PersonId == message.SenderId)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.ReadSeq, head.LastSeq), cancellationToken);
        return MessageView.Of(stored);
    }

    internal static Message Stored(NewMessage message, long seq, long rev) => new()
    {
        ConversationId = message.ConversationId,
        Seq = seq,
        Rev = rev,
        Id = message.Id,
        SenderId = message.SenderId,
        ClientId = message.ClientId,
        Kind = message.Kind,
        Body = message.Body,
        CreatedAt = message.At,
    };
}
