using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A conversation with everyone in it.</summary>
public sealed record ConversationCard(ConversationRow Row, Roster Roster);

/// <summary>Reads one conversation of a person's, also one in which nobody has written yet.</summary>
public sealed class ReadConversation(IDbContextFactory<AppDbContext> databases, Rosters rosters)
{
    public async Task<Result<ConversationCard>> HandleAsync(ConversationId conversation, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mine = ConversationRows.Mine(database, by).Where(row => row.Conversation.Id == conversation);
        var found = await ConversationRows.Of(database, mine, by).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? Memberships.NoSuchConversation
            : new ConversationCard(
                found.View(),
                await SeenRosters.OfAsync(database, await rosters.ReadAsync(conversation, cancellationToken), by, cancellationToken));
    }
}
