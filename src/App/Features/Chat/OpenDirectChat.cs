using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Finds the one chat of two people, or begins it. It shows in the other's list with its first message.</summary>
public sealed class OpenDirectChat(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<ConversationId>> HandleAsync(PersonId other, PersonId by, CancellationToken cancellationToken)
    {
        if (other == by)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NotWithYourself");
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var key = Conversation.DirectKeyOf(by, other);
        if (await FindAsync(database, key, cancellationToken) is { } existing)
        {
            return existing;
        }

        var unknown = new Refusal(RefusalKind.NotFound, "Chat.NoSuchPerson");
        if (await ContactCheck.RefuseAsync(database, by, [other], unknown, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await MakeAsync(database, key, by, other, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Both wrote to each other at the same moment: the unique key let one through, and that one is the chat.
            if (await FindAsync(database, key, cancellationToken) is { } faster)
            {
                return faster;
            }

            throw;
        }
    }

    private async Task<ConversationId> MakeAsync(
        AppDbContext database, string key, PersonId by, PersonId other, CancellationToken cancellationToken)
    {
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await FindAsync(database, key, cancellationToken) is { } faster)
        {
            return faster;
        }

        var made = Add(database, key, by, other, clock.Now());
        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return made;
    }

    private static async Task<ConversationId?> FindAsync(AppDbContext database, string key, CancellationToken cancellationToken)
    {
        var found = await database.Conversations.Where(row => row.DirectKey == key).Select(row => row.Id).ToListAsync(cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private static ConversationId Add(AppDbContext database, string key, PersonId by, PersonId other, DateTimeOffset now)
    {
        var id = ConversationId.New();
        database.Conversations.Add(new Conversation
        {
            Id = id,
            Kind = ConversationKind.Direct,
            Title = "",
            DirectKey = key,
            FounderId = by,
            CreatedAt = now,
        });
        database.ConversationHeads.Add(new ConversationHead { ConversationId = id, LastMessageAt = now, LastChangeAt = now });
        database.Members.Add(new Member { ConversationId = id, PersonId = by });
        database.Members.Add(new Member { ConversationId = id, PersonId = other });
        return id;
    }
}
