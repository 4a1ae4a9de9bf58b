using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The units an administrator may choose as a target: by name, or the upper ones of the own subtree while nothing is typed.</summary>
public sealed class FindManagedUnits(IDbContextFactory<AppDbContext> databases, UnitNames names)
{
    public async Task<IReadOnlyList<UnitHit>> HandleAsync(string typed, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var grants = database.AdminGrants.Where(grant => grant.PersonId == by
            && (AdminRights.Everything.Contains(grant.Role) || AdminRights.Units.Contains(grant.Role)));
        return await GrantedUnits.FindAsync(database, grants, names, typed, cancellationToken);
    }
}
