using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Finds the person behind an account name, for the operator at the console.</summary>
internal sealed class FindAccount(IDbContextFactory<AppDbContext> databases)
{
    public async Task<PersonId?> HandleAsync(string account, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.People
            .Where(person => person.Account == account)
            .Select(person => (PersonId?)person.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
