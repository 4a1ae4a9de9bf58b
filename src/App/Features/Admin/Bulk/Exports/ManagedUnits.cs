using HaiZhengTong.App.Features.Trust;
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
        if (await Powers.MayChangeSettingsAsync(database, by, cancellationToken))
        {
            return null;
        }

        var managed = kind switch
        {
            ImportKind.Units => Powers.ManagedUnits(database, by),
            ImportKind.People => Powers.UnitsOfManagedPeople(database, by),
        };
        return await managed.ToHashSetAsync(cancellationToken);
    }
}
