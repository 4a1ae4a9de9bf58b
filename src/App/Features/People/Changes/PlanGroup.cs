using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A planned act upon several units stands once in the list of each: what becomes of one of the rows becomes of all.</summary>
internal static class PlanGroup
{
    /// <summary>The rows of the same act that still wait, the row itself with them.</summary>
    public static async Task<List<DirectoryChange>> OfAsync(AppDbContext database, DirectoryChange plan, CancellationToken cancellationToken) =>
        plan.PersonId is not null
            ? [plan]
            : await database.DirectoryChanges
                .Where(row => row.State == DirectoryChangeState.Planned && row.EffectiveOn == plan.EffectiveOn && row.PersonId == null
                    && row.Action == plan.Action && row.MadeBy == plan.MadeBy && row.MadeAt == plan.MadeAt && row.Request == plan.Request)
                .OrderBy(row => row.Id)
                .ToListAsync(cancellationToken);

    /// <summary>The row of each unit of the plan that is carried out; none for an act of today.</summary>
    public static async Task<IReadOnlyDictionary<UnitId, DirectoryChangeId>> ByUnitAsync(
        AppDbContext database, DirectoryChangeId? id, CancellationToken cancellationToken)
    {
        var plan = await database.DirectoryChanges.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return plan is null ? new Dictionary<UnitId, DirectoryChangeId>()
            : (await OfAsync(database, plan, cancellationToken)).ToDictionary(row => row.UnitId!.Value, row => row.Id);
    }
}
