using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>The headings in use, to choose from when an application is registered.</summary>
public sealed class ListCategories(IDbContextFactory<AppDbContext> databases)
{
    private const int MaxCategories = 100;

    public async Task<IReadOnlyList<string>> HandleAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Applications
            .Select(row => row.Category)
            .Distinct()
            .OrderBy(category => category)
            .Take(MaxCategories)
            .ToListAsync(cancellationToken);
    }
}
