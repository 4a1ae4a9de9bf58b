using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>
/// Takes a message back: its sender within a set time, the owner and the administrators of a group at any time. A line in its
/// place says who did; its text, its signs and whom it named are gone for everybody.
/// </summary>
internal sealed class RecallMessage(
    IDbContextFactory<AppDbContext> databases, IChatFeed feed, IPersonFeed people, IOptions<ChatOptions> options, TimeProvider clock)
{
    public async Task<Result<MessageView>> HandleAsync(MessagePlace place, PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await MessageAccess.TakeAsync(database, place, by, now, cancellationToken) is not { } access)
        {
            return MessagePlace.NoSuchMessage;
        }

        if (Check(access, now) is { } refusal)
        {
            return refusal;
        }

        if (access.Message.State == MessageState.Recalled)
        {
            return MessageView.Of(access.Message);
        }

        access.KeepWording();
        access.Message.Body = await LineAsync(database, access, cancellationToken);
        access.Message.State = MessageState.Recalled;
        access.Message.EditedAt = now;
        var named = await ForgetAsync(database, place, cancellationToken);
        var changed = await access.NoteAsync(ChangeOp.Recalled, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(changed);
        named.ForEach(person => people.Publish(person, new ConversationsChanged(place.ConversationId)));
        return changed.Message;
    }

    private Refusal? Check(MessageAccess access, DateTimeOffset now)
    {
        if (access.Message.Kind is MessageKind.System or MessageKind.Meeting)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NothingToRecall");
        }

        if (access.Member.KeepsOrder)
        {
            return null;
        }

        if (!access.IsOwn)
        {
            return new Refusal(RefusalKind.Forbidden, "Chat.RecallOwnOnly");
        }

        return now - access.Message.CreatedAt > options.Value.RecallWithin && access.Message.State != MessageState.Recalled
            ? new Refusal(RefusalKind.Conflict, "Chat.TooLateToRecall", options.Value.RecallWithin.TotalHours)
            : null;
    }

    private static async Task<string> LineAsync(AppDbContext database, MessageAccess access, CancellationToken cancellationToken)
    {
        if (access.IsOwn)
        {
            return SystemLine.Of("Chat.LineRecalled", access.Member.MyName);
        }

        var sender = await database.People
            .Where(person => person.Id == access.Message.SenderId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return SystemLine.Of("Chat.LineRecalledFor", access.Member.MyName, sender ?? "");
    }

    // Answers who was named: their badges no longer say so.
    private static async Task<List<PersonId>> ForgetAsync(AppDbContext database, MessagePlace place, CancellationToken cancellationToken)
    {
        var mentions = database.Mentions.Where(row => row.ConversationId == place.ConversationId && row.Seq == place.Seq);
        var named = await mentions.Select(row => row.PersonId).ToListAsync(cancellationToken);
        await mentions.ExecuteDeleteAsync(cancellationToken);
        await database.MentionAlls
            .Where(row => row.ConversationId == place.ConversationId && row.Seq == place.Seq).ExecuteDeleteAsync(cancellationToken);
        await database.Reactions
            .Where(row => row.ConversationId == place.ConversationId && row.Seq == place.Seq).ExecuteDeleteAsync(cancellationToken);
        return named;
    }
}
