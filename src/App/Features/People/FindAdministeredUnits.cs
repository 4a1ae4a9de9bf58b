using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The units an administrator holds any role over, be it only to read: to ask who administers them.</summary>
public sealed class FindAdministeredUnits(IDbContextFactory<AppDbContext> databases, UnitNames names)
{
    public async Task<IReadOnlyList<UnitHit>> HandleAsync(string typed, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var grants = database.AdminGrants.Where(grant => grant.PersonId == by);
        return await GrantedUnits.FindAsync(database, grants, names, typed, cancellationToken);
    }
}
