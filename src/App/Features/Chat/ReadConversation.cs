using HaiZhengTong.App.Features.People.Visibility;
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
        if (found is null)
        {
            return Memberships.NoSuchConversation;
        }

        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var row = found.View();
        return new ConversationCard(
            row with { IsShielded = row.OtherId is { } other && (await sight.ReachableAsync([other], cancellationToken)).Count == 0 },
            await SeenRosters.OfAsync(sight, await rosters.ReadAsync(conversation, cancellationToken), cancellationToken));
    }
}
