using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Keeps a conversation quiet for one person: it is counted apart and does not call. A mention still shows.</summary>
public sealed class MuteConversation(IDbContextFactory<AppDbContext> databases, IPersonFeed people, Rosters rosters)
{
    public async Task<Result<Done>> HandleAsync(ConversationId conversation, bool muted, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);

        var changed = await database.MembersOf(conversation)
            .Where(member => member.PersonId == by)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.Muted, muted), cancellationToken);
        if (changed == 0)
        {
            return Memberships.NoSuchConversation;
        }

        await write.CommitAsync(cancellationToken);

        rosters.Forget(conversation);
        people.Publish(by, new ConversationsChanged(conversation));
        return new Done();
    }
}
