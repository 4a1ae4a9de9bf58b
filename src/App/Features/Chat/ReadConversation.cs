using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Reads one conversation of a person's, also one in which nobody has written yet.</summary>
public sealed class ReadConversation(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<ConversationRow>> HandleAsync(ConversationId conversation, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mine = ConversationRows.Mine(database, by).Where(row => row.Conversation.Id == conversation);
        var found = await ConversationRows.Of(database, mine, by).SingleOrDefaultAsync(cancellationToken);
        return found is null ? Memberships.NoSuchConversation : found.View();
    }
}
