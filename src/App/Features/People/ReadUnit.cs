using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>One unit: where it stands, how many people and departments it has.</summary>
public sealed class ReadUnit(IDbContextFactory<AppDbContext> databases, UnitHeadCounts counts)
{
    public async Task<Result<UnitView>> HandleAsync(UnitId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.Living()
            .Where(unit => unit.Id == id)
            .Select(unit => new
            {
                Unit = unit,
                Superior = database.Units.Where(above => above.Id == unit.LineParentId).Select(above => above.Name).SingleOrDefault(),
                Departments = database.Units.Count(below =>
                    below.ParentId == id && below.Kind == UnitKind.Department && below.Status == UnitStatus.Active),
                OnBusinessLine = unit.LineParentId != null || database.Units.Any(below => below.LineParentId == id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchUnit");
        }

        var path = await database.PathAsync(id, Line.Administrative, cancellationToken);
        var people = await counts.OfAsync(Line.Administrative, [id], cancellationToken);
        return new UnitView(id, row.Unit.Name, row.Unit.ShortName, row.Unit.Kind, path)
        {
            ParentId = row.Unit.ParentId,
            LineParentId = row.Unit.LineParentId,
            LineParentName = row.Superior,
            People = people[id],
            Departments = row.Departments,
            OnBusinessLine = row.OnBusinessLine,
            MayManage = await Powers.MayManageUnitAsync(database, by, id, cancellationToken),
            MayManagePeople = await Powers.MayManagePeopleOfUnitAsync(database, by, id, cancellationToken),
            Version = row.Unit.Version,
        };
    }
}
