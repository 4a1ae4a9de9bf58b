using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A membership with its conversation and counters, while a query is being put together.</summary>
internal sealed class MovedConversation
{
    public required Member Member { get; init; }

    public required Conversation Conversation { get; init; }

    public required ConversationHead Head { get; init; }
}

/// <summary>A row as the database gives it.</summary>
internal sealed class StoredConversationRow
{
    public required Conversation Conversation { get; init; }

    public required ConversationHead Head { get; init; }

    public required Member Member { get; init; }

    public PersonId? OtherId { get; init; }

    public string? OtherName { get; init; }

    public Message? Last { get; init; }

    public string? LastSender { get; init; }

    public bool Mentioned { get; init; }

    public ConversationRow View()
    {
        var line = Last is null ? null : MessageExcerpt.Of(MessageView.Of(Last), LastSender ?? "");
        return new ConversationRow(Conversation.Id, Conversation.Kind, OtherName ?? Conversation.Title, OtherId, Head.LastMessageAt, line)
        {
            LastSeq = Head.LastSeq,
            Unread = Math.Max(0, Head.LastSeq - Math.Max(Member.ReadSeq, Member.JoinedSeq)),
            Mentioned = Mentioned,
            Muted = Member.Muted,
            FollowsDirectory = Conversation.AudienceId is not null,
        };
    }
}

/// <summary>The one query behind every conversation row.</summary>
internal static class ConversationRows
{
    public static IQueryable<MovedConversation> Mine(AppDbContext database, PersonId me) =>
        from member in database.Members
        join conversation in database.Conversations on member.ConversationId equals conversation.Id
        join head in database.ConversationHeads on member.ConversationId equals head.ConversationId
        where member.PersonId == me && member.LeftSeq == null
        select new MovedConversation { Member = member, Conversation = conversation, Head = head };

    public static IQueryable<StoredConversationRow> Of(AppDbContext database, IQueryable<MovedConversation> rows, PersonId me) =>
        (from row in rows
         join message in database.Messages
             on new { Id = row.Conversation.Id, Seq = row.Head.LastSeq } equals new { Id = message.ConversationId, message.Seq } into lasts
         from last in lasts.DefaultIfEmpty()
         join person in database.People on last.SenderId equals person.Id into senders
         from sender in senders.DefaultIfEmpty()
         let read = row.Member.ReadSeq > row.Member.JoinedSeq ? row.Member.ReadSeq : row.Member.JoinedSeq
         let other = (from member in database.Members
                      join person in database.People on member.PersonId equals person.Id
                      where row.Conversation.Kind == ConversationKind.Direct
                          && member.ConversationId == row.Conversation.Id && member.PersonId != me
                      orderby person.Id
                      select person).FirstOrDefault()
         select new StoredConversationRow
         {
             Conversation = row.Conversation,
             Head = row.Head,
             Member = row.Member,
             Last = last,
             LastSender = sender.Name,
             OtherId = other == null ? null : other.Id,
             OtherName = other.Name,
             Mentioned = row.Head.LastSeq > read
                 && (database.Mentions.Any(mention => mention.PersonId == me && mention.ConversationId == row.Conversation.Id && mention.Seq > read)
                     || database.MentionAlls.Any(mention => mention.ConversationId == row.Conversation.Id && mention.Seq > read)),
         }).AsNoTracking();
}
