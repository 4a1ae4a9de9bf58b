using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>The rows of invented conversations.</summary>
internal sealed class ChatRows(IReadOnlyList<SeedConversation> conversations, SeedRandom random)
{
    public long Messages => conversations.Sum(conversation => (long)conversation.Messages.Count);

    public IEnumerable<Conversation> Conversations() => conversations.Select(conversation => new Conversation
    {
        Id = conversation.Id,
        Kind = conversation.Kind,
        Title = conversation.Title,
        DirectKey = conversation.Kind == ConversationKind.Direct
            ? Conversation.DirectKeyOf(conversation.Members[0].Id, conversation.Members[1].Id)
            : null,
        FounderId = conversation.Members[0].Id,
        CreatedAt = conversation.Messages[0].At,
    });

    public IEnumerable<ConversationHead> Heads() => conversations.Select(conversation => new ConversationHead
    {
        ConversationId = conversation.Id,
        LastSeq = conversation.Messages.Count,
        LastRev = conversation.Messages.Count,
        LastMessageAt = conversation.Messages[^1].At,
        LastChangeAt = conversation.Messages[^1].At,
    });

    public IEnumerable<Member> Members() => conversations.SelectMany(conversation => conversation.Members.Select((member, place) => new Member
    {
        ConversationId = conversation.Id,
        PersonId = member.Id,
        Role = place == 0 && conversation.Kind == ConversationKind.Group ? MemberRole.Owner : MemberRole.Member,
        ReadSeq = ReadSeq(conversation, member),
        Muted = member.Muted,
        Pinned = member.Pinned,
    }));

    public IEnumerable<Message> MessageRows() => Numbered().Select(line => new Message
    {
        ConversationId = line.Conversation.Id,
        Seq = line.Seq,
        Id = MessageId.From(random.NextId()),
        SenderId = line.Message.Sender.Id,
        ClientId = random.NextId(),
        Kind = line.Message.Kind,
        Body = line.Message.Body,
        CreatedAt = line.Message.At,
        Rev = line.Seq,
    });

    public IEnumerable<Change> Changes() => Numbered().Select(line => new Change
    {
        ConversationId = line.Conversation.Id,
        Rev = line.Seq,
        Seq = line.Seq,
        Op = ChangeOp.Posted,
        At = line.Message.At,
    });

    public IEnumerable<Mention> Mentions() =>
        from line in Numbered()
        where line.Message.Body.Contains('@', StringComparison.Ordinal)
        from member in line.Conversation.Members
        where line.Message.Body.Contains("@" + member.Name, StringComparison.Ordinal)
        select new Mention { PersonId = member.Id, ConversationId = line.Conversation.Id, Seq = line.Seq };

    public IEnumerable<MentionAll> MentionAlls() =>
        from line in Numbered()
        where line.Message.Body.Contains("@所有人", StringComparison.Ordinal)
        select new MentionAll { ConversationId = line.Conversation.Id, Seq = line.Seq };

    // Whoever wrote a line has read up to it.
    private static long ReadSeq(SeedConversation conversation, SeedMember member)
    {
        var count = conversation.Messages.Count;
        var read = Math.Max(0, count - member.Unread);
        for (var seq = count; member.Unread > 0 && seq > read; seq--)
        {
            if (conversation.Messages[seq - 1].Sender == member)
            {
                return seq;
            }
        }

        return read;
    }

    private IEnumerable<(SeedConversation Conversation, SeedMessage Message, long Seq)> Numbered() =>
        conversations.SelectMany(conversation => conversation.Messages.Select((message, place) => (conversation, message, place + 1L)));
}
