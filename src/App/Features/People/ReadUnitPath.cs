using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The way from the top of a line down to a unit: what the tree opens to show it. Nothing for a unit the reader does not see.</summary>
public sealed class ReadUnitPath(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlyList<UnitStep>> HandleAsync(UnitId unit, Line line, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        return await sight.PathAsync(unit, line, cancellationToken);
    }
}
