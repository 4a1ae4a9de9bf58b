using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>Puts a member's sign under a message or takes it away. Saying the same twice changes nothing.</summary>
internal sealed class SetReaction(IDbContextFactory<AppDbContext> databases, IChatFeed feed, TimeProvider clock)
{
    public async Task<Result<MessageView>> HandleAsync(
        MessagePlace place, string sign, bool on, PersonId by, CancellationToken cancellationToken)
    {
        if (!Reaction.Signs.Contains(sign))
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NoSuchSign");
        }

        var now = clock.Now();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await MessageAccess.TakeAsync(database, place, by, now, cancellationToken) is not { } access)
        {
            return MessagePlace.NoSuchMessage;
        }

        if (access.Message.State == MessageState.Recalled || access.Message.Kind == MessageKind.System)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NothingToReactTo");
        }

        var mine = new Reaction { ConversationId = place.ConversationId, Seq = place.Seq, Sign = sign, PersonId = by, At = now };
        if (!await PutAsync(database, mine, on, cancellationToken))
        {
            var reactions = await database.ReactionsAsync(place.ConversationId, [place.Seq], cancellationToken);
            return MessageView.Of(access.Message, reactions[place.Seq]);
        }

        var changed = await access.NoteAsync(ChangeOp.Reacted, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(changed);
        return changed.Message;
    }

    // False: it stands as it should already.
    private static async Task<bool> PutAsync(AppDbContext database, Reaction mine, bool on, CancellationToken cancellationToken)
    {
        var stands = database.Reactions.Where(row =>
            row.ConversationId == mine.ConversationId && row.Seq == mine.Seq && row.Sign == mine.Sign && row.PersonId == mine.PersonId);
        if (!on)
        {
            return await stands.ExecuteDeleteAsync(cancellationToken) > 0;
        }

        if (await stands.AnyAsync(cancellationToken))
        {
            return false;
        }

        database.Reactions.Add(mine);
        return true;
    }
}
