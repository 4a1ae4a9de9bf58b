using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>One message.</summary>
/// <param name="Message">As it stands.</param>
/// <param name="Recalled">What it said, for its sender alone and a short while after the recall, to be written again.</param>
public sealed record OneMessage(MessageView Message, string? Recalled);

/// <summary>Reads one message by its place.</summary>
internal sealed class ReadMessage(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<OneMessage>> HandleAsync(MessagePlace place, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.FindMessageAsync(place, by, cancellationToken) is not { } message)
        {
            return MessagePlace.NoSuchMessage;
        }

        var views = await database.ViewsAsync(place.ConversationId, [message], cancellationToken);
        var recalled = views[0].MayBeWrittenAgainBy(by, clock.Now())
            ? await RecalledAsync(database, message, cancellationToken)
            : null;
        return new OneMessage(views[0], recalled);
    }

    private static Task<string?> RecalledAsync(AppDbContext database, Message message, CancellationToken cancellationToken) =>
        database.FormerWordings
            .Where(row => row.ConversationId == message.ConversationId && row.Seq == message.Seq)
            .OrderByDescending(row => row.Rev)
            .Select(row => row.Body)
            .FirstOrDefaultAsync(cancellationToken);
}
