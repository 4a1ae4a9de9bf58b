using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Which colleagues a person has starred.</summary>
public sealed class ListStars(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlySet<PersonId>> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await OwnContacts.StarsAsync(database, by, cancellationToken)).ToHashSet();
    }
}
