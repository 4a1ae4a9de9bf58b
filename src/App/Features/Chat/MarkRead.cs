using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Remembers how far a person has read: one row, only forward.</summary>
public sealed class MarkRead(IChatLog log, IChatFeed feed, IPersonFeed people)
{
    public async Task<Result<ReadPosition>> HandleAsync(ConversationId conversation, long seq, PersonId by, CancellationToken cancellationToken)
    {
        if (seq < 0)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.SeqBad");
        }

        var position = await log.MarkReadAsync(conversation, by, seq, cancellationToken);
        if (position is null)
        {
            return Memberships.NoSuchConversation;
        }

        if (position.Moved)
        {
            feed.Publish(new ReaderMoved(conversation, by, position.ReadSeq));
            people.Publish(by, new ReadMoved(conversation, position.ReadSeq, position.Unread));
        }

        return position;
    }
}
