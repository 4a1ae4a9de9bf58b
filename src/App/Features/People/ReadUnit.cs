using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>One unit: where it stands, how many people and departments it has.</summary>
public sealed class ReadUnit(IDbContextFactory<AppDbContext> databases, UnitHeadCounts counts)
{
    public Task<Result<UnitView>> HandleAsync(UnitId id, PersonId by, CancellationToken cancellationToken) =>
        HandleAsync(id, Line.Administrative, by, cancellationToken);

    /// <summary>The same along one line: the way to it, its departments and its head-count are those of the line.</summary>
    public async Task<Result<UnitView>> HandleAsync(UnitId id, Line line, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var seen = sight.Units(database.Units);
        var departments = sight.Units(database.ChildrenOf(id, line).Where(below => below.Kind == UnitKind.Department));
        var row = await sight.Units(database.Living().Where(unit => unit.Id == id))
            .Select(unit => new
            {
                Unit = unit,
                Superior = seen.Where(above => above.Id == unit.LineParentId).Select(above => above.Name).SingleOrDefault(),
                Departments = departments.Count(),
                OnBusinessLine = seen.Any(other => other.Id == unit.LineParentId || other.LineParentId == id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchUnit");
        }

        var path = await sight.SeenPathAsync(id, line, cancellationToken);
        var people = await counts.OfAsync(sight, line, [id], cancellationToken);
        var managesPeople = await Powers.MayManagePeopleOfUnitAsync(database, by, id, cancellationToken);
        return new UnitView(id, row.Unit.Name, row.Unit.ShortName, row.Unit.Kind, path)
        {
            ParentId = row.Unit.ParentId,
            LineParentId = row.Superior is null ? null : row.Unit.LineParentId,
            LineParentName = row.Superior,
            People = people[id],
            Departments = row.Departments,
            OnBusinessLine = row.OnBusinessLine,
            MayManage = await Powers.MayManageUnitAsync(database, by, id, cancellationToken),
            MayManagePeople = managesPeople,
            MayGather = managesPeople || await UnitHeads.IsHeadAsync(database, id, by, cancellationToken),
            Version = row.Unit.Version,
        };
    }
}
