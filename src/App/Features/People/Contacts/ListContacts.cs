using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>The colleagues a person keeps at hand: starred ones, then those of the latest direct chats with most messages.</summary>
public sealed class ListContacts(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>How many frequent ones are shown beside the starred.</summary>
    public const int MaxFrequent = 20;

    public async Task<ContactList> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var starred = await OwnContacts.StarsAsync(database, by, cancellationToken);
        var frequent = (await OwnContacts.RecentAsync(database, by, cancellationToken))
            .Where(chat => !starred.Contains(chat.Other))
            .OrderByDescending(chat => chat.Messages)
            .Select(chat => chat.Other)
            .Take(MaxFrequent)
            .ToList();

        var rows = await ContactRows.ReadAsync(await Sight.OfAsync(database, by, cancellationToken), [.. starred, .. frequent], starred, cancellationToken);
        return new ContactList(
            [.. rows.Where(row => row.IsStarred)],
            [.. rows.Where(row => !row.IsStarred).OrderBy(row => frequent.IndexOf(row.Id))]);
    }
}
