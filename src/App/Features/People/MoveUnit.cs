using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">The unit to move, with everything below it.</param>
/// <param name="Line">The line it moves in.</param>
/// <param name="Above">The unit it comes to stand under; none takes it out of the business line.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record MoveUnitRequest(UnitId Unit, Line Line, UnitId? Above, long Version)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Moves a unit and all below it inside the caller's own subtree; the closure of both lines follows.</summary>
public sealed class MoveUnit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    string IPlannedAct.Action => UnitActs.Move;

    public Task<Result<Done>> HandleAsync(MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.move", $"unit:{request.Unit}", () => MoveAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> MoveAsync(MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var refused = await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken)
            ?? changes.CheckPlan(request.Reason, request.EffectiveOn)
            ?? await WithinAsync(database, request, by, cancellationToken);
        if (refused is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    /// <summary>The same inside a caller's write; the caller commits and tells.</summary>
    internal async Task<Refusal?> WithinAsync(AppDbContext database, MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var unit = found.Value;
        var (parent, superior) = Places(unit, request);
        if (await UnitShift.CheckAsync(database, unit, parent, superior, cancellationToken) is { } circle)
        {
            return circle;
        }

        var note = await NoteAsync(database, unit, request, cancellationToken);
        if (changes.IsAhead(request.EffectiveOn, request.Plan))
        {
            await changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);
            return null;
        }

        await UnitShift.DoAsync(database, unit, parent, superior, cancellationToken);
        await changes.WriteAsync(database, by, note, cancellationToken);
        return null;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<MoveUnitRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private static (UnitId? Parent, UnitId? Superior) Places(Unit unit, MoveUnitRequest request) => request.Line switch
    {
        Line.Administrative => (request.Above, unit.LineParentId),
        Line.Business => (unit.ParentId, request.Above),
    };

    private static async Task<ChangeNote> NoteAsync(AppDbContext database, Unit unit, MoveUnitRequest request, CancellationToken cancellationToken)
    {
        var (field, before) = request.Line switch
        {
            Line.Administrative => ("parent", unit.ParentId),
            Line.Business => ("superior", unit.LineParentId),
        };
        return new ChangeNote(UnitActs.Move)
        {
            Unit = unit.Id,
            OtherUnit = request.Above,
            Request = request,
            Before = new Dictionary<string, object?> { [field] = await database.UnitNameAsync(before, cancellationToken) },
            After = new Dictionary<string, object?> { [field] = await database.UnitNameAsync(request.Above, cancellationToken) },
            Reason = request.Reason,
            Plan = request.Plan,
        };
    }

    private static async Task<Result<Unit>> CheckAsync(AppDbContext database, MoveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var found = await UnitChanges.FindAsync(database, request.Unit, request.Plan is null ? request.Version : null, by, cancellationToken);
        if (found.Refusal is not null)
        {
            return found;
        }

        if (request.Above is not { } above)
        {
            return request.Line == Line.Business ? found : new Refusal(RefusalKind.Invalid, "People.UnitNeedsParent");
        }

        var target = await UnitChanges.FindAsync(database, above, by, cancellationToken);
        if (target.Refusal is { } notYours)
        {
            return notYours;
        }

        if (request.Line == Line.Business)
        {
            return found;
        }

        return UnitPlaces.Check(found.Value.Kind, target.Value.Kind) is { } misplaced ? misplaced
            : await UnitPlaces.CheckNameAsync(database, above, found.Value, cancellationToken) is { } taken ? taken
            : found;
    }
}
