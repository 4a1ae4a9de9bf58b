using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Puts a unit under others in one or both lines, and the closure of both with it.</summary>
internal static class UnitShift
{
    /// <summary>Refuses a place at or below the unit itself, in either line, before any row is written.</summary>
    public static async Task<Refusal?> CheckAsync(
        AppDbContext database, Unit unit, UnitId? parent, UnitId? superior, CancellationToken cancellationToken)
    {
        foreach (var line in Enum.GetValues<Line>())
        {
            var above = UnitLines.Above(unit.Kind, parent, superior, line);
            if (above is { } upper && above != unit.Above(line)
                && await UnitClosures.IsBelowAsync(database, line, upper, unit.Id, cancellationToken))
            {
                return new Refusal(RefusalKind.Invalid, "People.UnderOwnChild");
            }
        }

        return null;
    }

    /// <summary>Does it; the caller has checked. A department moves in both lines at once.</summary>
    public static async Task DoAsync(AppDbContext database, Unit unit, UnitId? parent, UnitId? superior, CancellationToken cancellationToken)
    {
        var before = Enum.GetValues<Line>().ToDictionary(line => line, line => unit.Above(line));
        if (parent is { } upper && parent != unit.ParentId)
        {
            unit.MoveUnder(upper, await UnitPlaces.LastAsync(database, upper, cancellationToken));
        }

        if (superior != unit.LineParentId)
        {
            unit.GuideBy(superior);
        }

        foreach (var (line, above) in before)
        {
            if (unit.Above(line) is var now && now != above)
            {
                await UnitClosures.MoveAsync(database, line, unit.Id, now, cancellationToken);
            }
        }
    }
}
