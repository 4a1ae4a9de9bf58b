using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>Reads the messages others answer, wherever in the conversation they stand; a stranger is answered nothing.</summary>
public sealed class ReadQuoted(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlyList<MessageView>> HandleAsync(
        ConversationId conversation, IReadOnlyCollection<long> seqs, PersonId by, CancellationToken cancellationToken)
    {
        if (seqs.Count == 0)
        {
            return [];
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.MembershipAsync(conversation, by, cancellationToken) is null)
        {
            return [];
        }

        var rows = await database.Messages.AsNoTracking()
            .Where(message => message.ConversationId == conversation && seqs.Contains(message.Seq))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => MessageView.Of(row))];
    }
}
