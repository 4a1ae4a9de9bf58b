using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The way from the top of a line down to a unit: what the tree opens to show it.</summary>
public sealed class ReadUnitPath(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlyList<UnitStep>> HandleAsync(UnitId unit, Line line, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.PathAsync(unit, line, cancellationToken);
    }
}
