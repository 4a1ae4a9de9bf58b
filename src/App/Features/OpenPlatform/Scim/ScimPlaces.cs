using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>The units of a client's subtree, by what clients call them.</summary>
internal static class ScimPlaces
{
    /// <summary>The living units at and below the client's own.</summary>
    public static IQueryable<Unit> Units(AppDbContext database, ScimCaller caller) => database.Units
        .Where(unit => unit.Status == UnitStatus.Active
            && database.UnitClosures.Any(step => step.Line == Line.Administrative && step.AncestorId == caller.Unit && step.DescendantId == unit.Id));

    /// <summary>The unit of an id, ours or the client's own; refused as a wrong value where there is none in the subtree.</summary>
    public static async Task<Result<UnitId>> FindAsync(
        AppDbContext database, ScimCaller caller, string text, string attribute, CancellationToken cancellationToken)
    {
        var unit = ScimIds.Read(text) is { } id ? new UnitId(id)
            : await database.ScimUnitLinks
                .Where(link => link.ClientId == caller.Client && link.ExternalId == text)
                .Select(link => (UnitId?)link.UnitId)
                .SingleOrDefaultAsync(cancellationToken);
        return unit is { } known && await Units(database, caller).AnyAsync(row => row.Id == known, cancellationToken)
            ? known
            : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", attribute);
    }

    /// <summary>The one unit of the subtree that carries the name.</summary>
    public static async Task<Result<UnitId>> FindByNameAsync(AppDbContext database, ScimCaller caller, string name, CancellationToken cancellationToken)
    {
        var clean = CleanText.Line(name);
        var found = await Units(database, caller).Where(unit => unit.Name == clean).Select(unit => unit.Id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimValue", "department");
    }
}
