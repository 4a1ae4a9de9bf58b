using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>What both databases' logs have in common.</summary>
internal static class ChatLogReads
{
    /// <summary>The message at its place.</summary>
    public static MessageView At(this NewMessage message, long seq, long rev) => new(
        message.ConversationId, seq, rev, message.Id, message.SenderId, message.ClientId, message.Kind, message.Body, message.At)
    {
        ReplyTo = message.ReplyTo,
    };

    /// <summary>Where a member stands, moved by nobody.</summary>
    public static Task<ReadPosition?> ReadPositionAsync(
        this AppDbContext database, ConversationId conversation, PersonId person, CancellationToken cancellationToken) =>
        (from member in database.Members
         join head in database.ConversationHeads on member.ConversationId equals head.ConversationId
         where member.ConversationId == conversation && member.PersonId == person && member.LeftSeq == null
         select new ReadPosition(
             member.ReadSeq,
             head.LastSeq - (member.ReadSeq > member.JoinedSeq ? member.ReadSeq : member.JoinedSeq),
             false)).SingleOrDefaultAsync(cancellationToken);
}
