using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>The units an administrator manages, or whose people he or she does, among all there are.</summary>
internal static class ManagedUnits
{
    /// <summary>The ids; null for whoever manages them all.</summary>
    public static async Task<HashSet<UnitId>?> ReadAsync(AppDbContext database, PersonId by, ImportKind kind, CancellationToken cancellationToken)
    {
        var powers = new BulkPowers(database, by);
        if (await powers.IsOverAllAsync(cancellationToken))
        {
            return null;
        }

        // Whatever hangs below a grant may be managed; the powers themselves say what is.
        var below = await database.UnitClosures
            .Where(step => database.AdminGrants.Any(grant => grant.PersonId == by && grant.UnitId == step.AncestorId))
            .Select(step => step.DescendantId).Distinct().ToListAsync(cancellationToken);
        var managed = new HashSet<UnitId>();
        foreach (var unit in below)
        {
            if (kind switch
            {
                ImportKind.Units => await powers.MayManageUnitAsync(unit, cancellationToken),
                ImportKind.People => await powers.MayManagePeopleOfUnitAsync(unit, cancellationToken),
            })
            {
                managed.Add(unit);
            }
        }

        return managed;
    }
}
