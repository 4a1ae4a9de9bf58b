using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Seen;

/// <param name="Unit">The unit.</param>
/// <param name="WithBelow">With all units below it; else with its own inner departments only, as its page lists them.</param>
/// <param name="Format">What the table is handed out as.</param>
internal sealed record ExportSeenUnitRequest(UnitId Unit, bool WithBelow, SheetFormat Format);

/// <summary>Hands out the people of a unit as whoever asks sees them.</summary>
internal sealed class ExportSeenUnit(IDbContextFactory<AppDbContext> databases, SeenSheets sheets)
{
    public async Task<Result<SheetFile>> HandleAsync(ExportSeenUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var name = await sight.Units(database.Living().Where(unit => unit.Id == request.Unit)).Select(unit => unit.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchUnit");
        }

        var units = Inside(database, request);
        var seen = SeenRows.Seen(sight, database.Posts.Where(post => units.Contains(post.UnitId)));
        if (sheets.Check(await seen.CountAsync(cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var rows = await SeenRows.ReadAsync(database, seen, await sheets.DutiesAsync(cancellationToken), cancellationToken);
        var sheet = new SeenSheet(name, $"unit:{request.Unit}", new { unit = name, withBelow = request.WithBelow }, request.Format);
        return await sheets.WriteAsync(database, sheet, rows.ConvertAll(row => row.Cells), by, cancellationToken);
    }

    private static IQueryable<UnitId> Inside(AppDbContext database, ExportSeenUnitRequest request)
    {
        var unit = request.Unit;
        return request.WithBelow
            ? database.UnitClosures.Where(step => step.Line == Line.Administrative && step.AncestorId == unit).Select(step => step.DescendantId)
            : AudienceQuery.Inside(database).Where(inner => inner.OfficeId == unit).Select(inner => inner.UnitId);
    }
}
