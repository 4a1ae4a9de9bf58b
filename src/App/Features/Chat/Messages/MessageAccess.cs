using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>
/// A message that a member is about to change, inside an open write. The conversation's counters are held until the
/// commit, so whatever is read here stays true and the change gets its revision in the one order of all.
/// </summary>
internal sealed class MessageAccess
{
    private readonly AppDbContext _database;
    private readonly ConversationHead _head;

    private MessageAccess(AppDbContext database, GroupAccess member, ConversationHead head, Message message)
    {
        _database = database;
        _head = head;
        Member = member;
        Message = message;
    }

    public GroupAccess Member { get; }

    public Message Message { get; }

    public bool IsOwn => Message.SenderId == Member.Me.PersonId;

    /// <summary>The revision this change makes.</summary>
    public long Rev => _head.LastRev;

    /// <summary>Null for a stranger and for a message there is not. Leave without a commit and nothing has happened.</summary>
    public static async Task<MessageAccess?> TakeAsync(
        AppDbContext database, MessagePlace place, PersonId by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await GroupAccess.FindAsync(database, place.ConversationId, by, cancellationToken) is not { } member)
        {
            return null;
        }

        await database.ConversationHeads
            .Where(head => head.ConversationId == place.ConversationId)
            .ExecuteUpdateAsync(
                head => head.SetProperty(row => row.LastRev, row => row.LastRev + 1).SetProperty(row => row.LastChangeAt, at),
                cancellationToken);
        var head = await database.HeadAsync(place.ConversationId, cancellationToken);
        var message = await database.Messages
            .SingleOrDefaultAsync(row => row.ConversationId == place.ConversationId && row.Seq == place.Seq, cancellationToken);
        return message is null ? null : new MessageAccess(database, member, head, message);
    }

    /// <summary>Notes the change and stores everything; the caller commits and publishes what this answers.</summary>
    public async Task<MessageChanged> NoteAsync(ChangeOp op, CancellationToken cancellationToken)
    {
        Message.Rev = Rev;
        _database.Changes.Add(new Change
        {
            ConversationId = Message.ConversationId,
            Rev = Rev,
            Seq = Message.Seq,
            Op = op,
            At = _head.LastChangeAt,
        });
        await _database.SaveChangesAsync(cancellationToken);
        var reactions = await _database.ReactionsAsync(Message.ConversationId, [Message.Seq], cancellationToken);
        return new MessageChanged(MessageView.Of(Message, reactions[Message.Seq]), op, Message.Seq == _head.LastSeq);
    }

    /// <summary>Keeps what the message says now among its former wordings.</summary>
    public void KeepWording() => _database.FormerWordings.Add(new FormerWording
    {
        ConversationId = Message.ConversationId,
        Seq = Message.Seq,
        Rev = Rev,
        Body = Message.Body,
        At = Message.EditedAt ?? Message.CreatedAt,
    });
}
