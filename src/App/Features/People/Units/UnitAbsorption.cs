using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>
/// Merges a unit into another one inside a caller's write: its units in both lines, its posts and all that names it go over,
/// and it is no more. A unit below of the same name as one below the target becomes one with that.
/// </summary>
internal sealed class UnitAbsorption(AppDbContext database, PeopleChanges changes, UnitAct act)
{
    private readonly UnitBelongings _belongings = new(database, changes, act);
    private readonly PostMoves _posts = new(database, changes, act);

    /// <summary>What went over; a refusal where something fits nowhere: the caller then lets the whole act go.</summary>
    public async Task<Result<MergeTally>> AbsorbAsync(Unit source, Unit target, CancellationToken cancellationToken)
    {
        if ((await CheckAsync(source, target, cancellationToken) ?? await _belongings.CheckAsync(source, target, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        // It gives its name free first: a unit inside may carry the same.
        source.Dissolve();
        await database.SaveChangesAsync(cancellationToken);
        var tally = new MergeTally();
        if (await MoveUnitsAsync(source, target, tally, cancellationToken) is { } misplaced)
        {
            return misplaced;
        }

        var note = act.Note(UnitActs.Merge, source.Id, target.Id);
        var posts = await database.Posts.Where(post => post.UnitId == source.Id).OrderBy(post => post.RankSort).ThenBy(post => post.Id).ToListAsync(cancellationToken);
        if (await _posts.MoveAsync(note, target, posts, tally, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await _belongings.MoveAsync(source, target, tally, cancellationToken);
        var done = note with
        {
            Before = new Dictionary<string, object?> { ["unitName"] = source.Name },
            After = tally.Counts.ToDictionary(one => one.Name, one => (object?)one.Count),
            Plan = act.PlanOf(source.Id),
        };
        await changes.WriteAsync(database, act.By, done, cancellationToken);
        return tally;
    }

    private async Task<Refusal?> CheckAsync(Unit source, Unit target, CancellationToken cancellationToken)
    {
        if (source.ParentId is null)
        {
            return new Refusal(RefusalKind.Invalid, "People.RootStays");
        }

        foreach (var line in Enum.GetValues<Line>())
        {
            if (await UnitClosures.IsBelowAsync(database, line, target.Id, source.Id, cancellationToken))
            {
                return new Refusal(RefusalKind.Invalid, "People.MergeIntoBelow", source.Name, target.Name);
            }
        }

        return null;
    }

    private async Task<Refusal?> MoveUnitsAsync(Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        var below = await database.Units
            .Where(unit => (unit.ParentId == source.Id || unit.LineParentId == source.Id) && unit.Status == UnitStatus.Active)
            .OrderBy(unit => unit.Sort).ThenBy(unit => unit.Id)
            .ToListAsync(cancellationToken);
        foreach (var unit in below)
        {
            var twin = unit.ParentId == source.Id
                ? await database.Units.SingleOrDefaultAsync(
                    other => other.ParentId == target.Id && other.Name == unit.Name && other.Id != unit.Id && other.Status == UnitStatus.Active, cancellationToken)
                : null;
            var refusal = twin is null
                ? await MoveUnitAsync(unit, source, target, tally, cancellationToken)
                : await JoinUnitAsync(unit, twin, tally, cancellationToken);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> JoinUnitAsync(Unit unit, Unit twin, MergeTally tally, CancellationToken cancellationToken)
    {
        if (unit.Kind != twin.Kind)
        {
            return new Refusal(RefusalKind.Conflict, "People.UnitNameTaken", unit.Name);
        }

        var joined = await AbsorbAsync(unit, twin, cancellationToken);
        if (joined.Refusal is null)
        {
            tally.JoinedUnits++;
            tally.Add(joined.Value);
        }

        return joined.Refusal;
    }

    private async Task<Refusal?> MoveUnitAsync(Unit unit, Unit source, Unit target, MergeTally tally, CancellationToken cancellationToken)
    {
        var isInside = unit.ParentId == source.Id;
        var isGuided = unit.LineParentId == source.Id;
        var parent = isInside ? target.Id : unit.ParentId;
        var superior = isGuided ? target.Id : unit.LineParentId;
        var unfit = (isInside ? UnitPlaces.Check(unit.Kind, target.Kind) : null)
            ?? await UnitShift.CheckAsync(database, unit, parent, superior, cancellationToken);
        if (unfit is not null)
        {
            return unfit;
        }

        await UnitShift.DoAsync(database, unit, parent, superior, cancellationToken);
        tally.Units += isInside ? 1 : 0;
        tally.Guided += isGuided ? 1 : 0;
        await changes.WriteAsync(database, act.By, act.Moved(unit, source, target, isInside), cancellationToken);
        return null;
    }
}
