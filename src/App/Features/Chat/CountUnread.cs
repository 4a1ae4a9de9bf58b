using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A conversation with something unread.</summary>
public sealed record UnreadConversation(ConversationId ConversationId, long Unread, bool Mentioned, bool Muted);

/// <summary>Everything a person has not read, by conversation; muted ones are listed but not summed.</summary>
public sealed record UnreadTotals(IReadOnlyList<UnreadConversation> Conversations)
{
    public long Total => Conversations.Where(row => !row.Muted).Sum(row => row.Unread);
}

/// <summary>Counts what a person has not read.</summary>
public sealed class CountUnread(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>More conversations than anyone reads; the badge then says so by its size anyway.</summary>
    public const int MaxConversations = 500;

    public async Task<UnreadTotals> HandleAsync(PersonId me, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = from member in database.Members
                   join head in database.ConversationHeads on member.ConversationId equals head.ConversationId
                   let read = member.ReadSeq > member.JoinedSeq ? member.ReadSeq : member.JoinedSeq
                   where member.PersonId == me && member.LeftSeq == null && head.LastSeq > read
                   orderby head.LastMessageAt descending
                   select new UnreadConversation(
                       member.ConversationId,
                       head.LastSeq - read,
                       database.Mentions.Any(row => row.PersonId == me && row.ConversationId == member.ConversationId && row.Seq > read)
                           || database.MentionAlls.Any(row => row.ConversationId == member.ConversationId && row.Seq > read),
                       member.Muted);
        return new UnreadTotals(await rows.Take(MaxConversations).ToListAsync(cancellationToken));
    }
}
