using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>What a message said, and since when.</summary>
public sealed record Wording(string Body, DateTimeOffset At);

/// <summary>All a message ever said, the first wording first.</summary>
public sealed record WordingHistory(IReadOnlyList<Wording> Wordings);

/// <summary>Reads how an edited message came to say what it says. A recalled one says nothing any more.</summary>
internal sealed class ListWordings(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<WordingHistory>> HandleAsync(MessagePlace place, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.FindMessageAsync(place, by, cancellationToken) is not { State: MessageState.Standing } message)
        {
            return MessagePlace.NoSuchMessage;
        }

        var former = await database.FormerWordings.AsNoTracking()
            .Where(row => row.ConversationId == place.ConversationId && row.Seq == place.Seq && row.Rev <= message.Rev)
            .OrderBy(row => row.Rev)
            .Select(row => new Wording(row.Body, row.At))
            .ToListAsync(cancellationToken);
        return new WordingHistory([.. former, new Wording(message.Body, message.EditedAt ?? message.CreatedAt)]);
    }
}
