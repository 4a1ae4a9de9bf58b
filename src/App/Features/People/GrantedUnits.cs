using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Finds units inside the subtrees of grants.</summary>
internal static class GrantedUnits
{
    private const int Candidates = 200;
    private const int Take = 20;

    /// <summary>By name, or the upper ones of the subtrees while nothing is typed.</summary>
    public static async Task<IReadOnlyList<UnitHit>> FindAsync(
        AppDbContext database, IQueryable<AdminGrant> grants, UnitNames names, string typed, CancellationToken cancellationToken)
    {
        var managed =
            from grant in grants
            join below in database.UnitClosures on grant.UnitId equals below.AncestorId
            where below.Line == grant.Line
            group below.Depth by below.DescendantId into depths
            select new { DescendantId = depths.Key, Depth = depths.Min() };
        if (string.IsNullOrWhiteSpace(typed))
        {
            return await (
                from unit in database.Living()
                join below in managed on unit.Id equals below.DescendantId
                join above in database.Units on unit.ParentId equals above.Id into parents
                from parent in parents.DefaultIfEmpty()
                where below.Depth <= 1
                orderby below.Depth, unit.Sort
                select new UnitHit(unit.Id, unit.Name, parent!.Name ?? "", unit.Kind)).Take(Take).ToListAsync(cancellationToken);
        }

        var found = await names.FindAsync(typed, Candidates, cancellationToken);
        if (await grants.AnyAsync(grant => !AdminRights.HandedOn.Contains(grant.Role), cancellationToken))
        {
            return [.. found.Take(Take)];
        }

        var ids = found.Select(hit => hit.Id).ToList();
        var own = await managed.Where(below => ids.Contains(below.DescendantId)).Select(below => below.DescendantId).ToListAsync(cancellationToken);
        return [.. found.Where(hit => own.Contains(hit.Id)).Take(Take)];
    }
}
