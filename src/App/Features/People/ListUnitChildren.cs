using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Parent">The unit above; null for the tops of the line.</param>
/// <param name="Line">The line to go down.</param>
/// <param name="After">The last unit of the page before; null for the first page.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListUnitChildrenRequest(UnitId? Parent, Line Line, UnitId? After = null, int Take = ListUnitChildren.MaxPage);

/// <summary>The units right below one, in their order, with head-counts: one node of the tree opened.</summary>
public sealed class ListUnitChildren(IDbContextFactory<AppDbContext> databases, UnitHeadCounts counts)
{
    /// <summary>The most units one page holds; far above what stands under one unit.</summary>
    public const int MaxPage = 1000;

    public async Task<IReadOnlyList<UnitNode>> HandleAsync(ListUnitChildrenRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (request.Parent is { } parent && !await sight.SeesAsync(parent, cancellationToken))
        {
            return [];
        }

        var seen = sight.Units(database.Units);
        var children = sight.Units(database.ChildrenOf(request.Parent, request.Line));
        if (request.After is { } after
            && await database.Units.Where(unit => unit.Id == after).Select(unit => (int?)unit.Sort).SingleOrDefaultAsync(cancellationToken) is { } sort)
        {
            children = children.Where(unit => unit.Sort > sort || (unit.Sort == sort && unit.Id > after));
        }

        var rows = await children
            .OrderBy(unit => unit.Sort)
            .ThenBy(unit => unit.Id)
            .Take(Math.Clamp(request.Take, 1, MaxPage))
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                unit.Kind,
                unit.Sort,
                HasChildren = request.Line == Line.Administrative
                    ? seen.Any(below => below.ParentId == unit.Id && below.Status == UnitStatus.Active)
                    : seen.Any(below => below.LineParentId == unit.Id && below.Status == UnitStatus.Active)
                        || seen.Any(below => below.ParentId == unit.Id && below.LineParentId == null
                            && below.Kind == UnitKind.Department && below.Status == UnitStatus.Active),
            })
            .ToListAsync(cancellationToken);

        var people = await counts.OfAsync(sight, request.Line, [.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => new UnitNode(row.Id, row.Name, row.Kind, row.Sort, row.HasChildren, people[row.Id]))];
    }
}
