using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>Words an own message anew; what it said before can be read by every member. Nobody is named anew by it.</summary>
internal sealed class EditMessage(
    IDbContextFactory<AppDbContext> databases, IChatFeed feed, IOptions<ChatOptions> options, TimeProvider clock)
{
    public async Task<Result<MessageView>> HandleAsync(MessagePlace place, string body, PersonId by, CancellationToken cancellationToken)
    {
        var clean = Message.CheckBody(body);
        if (clean.Refusal is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await MessageAccess.TakeAsync(database, place, by, now, cancellationToken) is not { } access)
        {
            return MessagePlace.NoSuchMessage;
        }

        if (Check(access, now) is { } no)
        {
            return no;
        }

        if (access.Message.Body == clean.Value)
        {
            var reactions = await database.ReactionsAsync(place.ConversationId, [place.Seq], cancellationToken);
            return MessageView.Of(access.Message, reactions[place.Seq]);
        }

        access.KeepWording();
        access.Message.Body = clean.Value;
        access.Message.EditedAt = now;
        var changed = await access.NoteAsync(ChangeOp.Edited, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(changed);
        return changed.Message;
    }

    private Refusal? Check(MessageAccess access, DateTimeOffset now)
    {
        if (!access.IsOwn)
        {
            return new Refusal(RefusalKind.Forbidden, "Chat.EditOwnOnly");
        }

        if (access.Message.State == MessageState.Recalled || access.Message.Kind != MessageKind.Text)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NothingToEdit");
        }

        return now - access.Message.CreatedAt > options.Value.EditWithin
            ? new Refusal(RefusalKind.Conflict, "Chat.TooLateToEdit", options.Value.EditWithin.TotalHours)
            : null;
    }
}
