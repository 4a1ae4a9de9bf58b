using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>Messages read by their places.</summary>
internal static class MessageRows
{
    /// <summary>A message of a conversation the person is in; null for a stranger as for a message there is not.</summary>
    public static Task<Message?> FindMessageAsync(
        this AppDbContext database, MessagePlace place, PersonId reader, CancellationToken cancellationToken) =>
        (from message in database.Messages.AsNoTracking()
         where message.ConversationId == place.ConversationId && message.Seq == place.Seq
             && database.Members.Any(member =>
                 member.ConversationId == place.ConversationId && member.PersonId == reader && member.LeftSeq == null)
         select message).SingleOrDefaultAsync(cancellationToken);

    /// <summary>These messages as members see them, with the signs under them.</summary>
    public static async Task<IReadOnlyList<MessageView>> ViewsAsync(
        this AppDbContext database, ConversationId conversation, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        var reactions = await database.ReactionsAsync(conversation, [.. messages.Select(message => message.Seq)], cancellationToken);
        return [.. messages.Select(message => MessageView.Of(message, reactions[message.Seq]))];
    }
}
