using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Makes new units beside one inside a caller's write and takes its posts and units over to them.</summary>
internal sealed class UnitDivision(AppDbContext database, PeopleChanges changes, UnitAct act)
{
    private readonly PostMoves _posts = new(database, changes, act);

    /// <summary>Whether a plan is carried out: what went elsewhere before its day is then passed over.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Makes one of the new units; a refusal where something fits nowhere: the caller then lets the whole act go.</summary>
    public async Task<Refusal?> GiveAsync(Unit source, SplitPart part, bool isFirst, CancellationToken cancellationToken)
    {
        var made = await MakeAsync(source, part, cancellationToken);
        if (made.Refusal is { } unfit)
        {
            return unfit;
        }

        var tally = new MergeTally();
        var note = act.Note(UnitActs.Split, source.Id, made.Value.Id);
        var refusal = await MovePostsAsync(note, made.Value, part, tally, cancellationToken)
            ?? await MoveUnitsAsync(source, made.Value, part, tally, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var after = tally.Counts.ToDictionary(one => one.Name, one => (object?)one.Count);
        after["newUnits"] = made.Value.Name;
        await changes.WriteAsync(database, act.By, note with { After = after, Plan = isFirst ? act.PlanOf(source.Id) : null }, cancellationToken);
        return null;
    }

    // What it is, what stands above it and what guides it is the same as of the unit it comes from.
    private async Task<Result<Unit>> MakeAsync(Unit source, SplitPart part, CancellationToken cancellationToken)
    {
        var parent = source.ParentId!.Value;
        var created = Unit.Create(new NewUnit(
            UnitId.New(), parent, source.LineParentId, source.Kind, part.Name, part.ShortName,
            NamePy: PlainPinyin.Full(CleanText.Line(part.Name)), DivisionCode: null, await UnitPlaces.LastAsync(database, parent, cancellationToken)));
        if ((created.Refusal ?? await UnitPlaces.CheckNameAsync(database, parent, created.Value, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        await AddUnit.PutAsync(database, created.Value, cancellationToken);
        return created;
    }

    private async Task<Refusal?> MovePostsAsync(ChangeNote note, Unit made, SplitPart part, MergeTally tally, CancellationToken cancellationToken)
    {
        var posts = await database.Posts
            .Where(post => post.UnitId == note.Unit && part.Posts.Contains(post.Id))
            .OrderBy(post => post.RankSort).ThenBy(post => post.Id)
            .ToListAsync(cancellationToken);
        return posts.Count < part.Posts.Count && !IsPlanned
            ? new Refusal(RefusalKind.Conflict, "People.SplitGone")
            : await _posts.MoveAsync(note, made, posts, tally, cancellationToken);
    }

    private async Task<Refusal?> MoveUnitsAsync(Unit source, Unit made, SplitPart part, MergeTally tally, CancellationToken cancellationToken)
    {
        var units = await database.Units
            .Where(unit => part.Units.Contains(unit.Id) && unit.Status == UnitStatus.Active
                && (unit.ParentId == source.Id || unit.LineParentId == source.Id))
            .OrderBy(unit => unit.Sort).ThenBy(unit => unit.Id)
            .ToListAsync(cancellationToken);
        if (units.Count < part.Units.Count && !IsPlanned)
        {
            return new Refusal(RefusalKind.Conflict, "People.SplitGone");
        }

        foreach (var unit in units)
        {
            if (await MoveUnitAsync(unit, source, made, tally, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> MoveUnitAsync(Unit unit, Unit source, Unit made, MergeTally tally, CancellationToken cancellationToken)
    {
        var isInside = unit.ParentId == source.Id;
        var isGuided = unit.LineParentId == source.Id;
        var parent = isInside ? made.Id : unit.ParentId;
        var superior = isGuided ? made.Id : unit.LineParentId;
        if (await UnitShift.CheckAsync(database, unit, parent, superior, cancellationToken) is { } circle)
        {
            return circle;
        }

        await UnitShift.DoAsync(database, unit, parent, superior, cancellationToken);
        tally.Units += isInside ? 1 : 0;
        tally.Guided += isGuided ? 1 : 0;
        await changes.WriteAsync(database, act.By, act.Moved(unit, source, made, isInside), cancellationToken);
        return null;
    }
}
