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
    public async Task<Result<UnitView>> HandleAsync(UnitId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var seen = sight.Units(database.Units);
        var row = await sight.Units(database.Living().Where(unit => unit.Id == id))
            .Select(unit => new
            {
                Unit = unit,
                Superior = seen.Where(above => above.Id == unit.LineParentId).Select(above => above.Name).SingleOrDefault(),
                Departments = seen.Count(below =>
                    below.ParentId == id && below.Kind == UnitKind.Department && below.Status == UnitStatus.Active),
                OnBusinessLine = seen.Any(other => other.Id == unit.LineParentId || other.LineParentId == id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchUnit");
        }

        var path = await database.PathAsync(id, Line.Administrative, cancellationToken);
        var people = await counts.OfAsync(sight, Line.Administrative, [id], cancellationToken);
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
