using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Who is in a conversation; the roster also knows the names of those who left.</summary>
public sealed class ListMembers(IDbContextFactory<AppDbContext> databases, Rosters rosters)
{
    public async Task<Result<Roster>> HandleAsync(ConversationId conversation, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.MembershipAsync(conversation, by, cancellationToken) is null
            ? Memberships.NoSuchConversation
            : await SeenRosters.OfAsync(database, await rosters.ReadAsync(conversation, cancellationToken), by, cancellationToken);
    }
}
