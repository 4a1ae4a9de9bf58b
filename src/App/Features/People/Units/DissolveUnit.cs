using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <param name="Unit">The unit that ends.</param>
/// <param name="Successor">Where everything in it goes; none: it must be empty.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record DissolveUnitRequest(UnitId Unit, UnitId? Successor, long Version)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Ends a unit: an empty one by itself, any other by merging it into its successor.</summary>
public sealed class DissolveUnit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, MergeUnits merge) : IPlannedAct
{
    string IPlannedAct.Action => UnitActs.Dissolve;

    public async Task<Result<Done>> HandleAsync(DissolveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Successor is not { } successor)
        {
            return await changes.GuardAsync(by, "unit.dissolve", $"unit:{request.Unit}", () => ActAsync(request, by, cancellationToken), cancellationToken);
        }

        var into = new MergeUnitsRequest(successor, [new SeenUnit(request.Unit, request.Version)]) { Reason = request.Reason, EffectiveOn = request.EffectiveOn };
        return (await merge.HandleAsync(into, by, cancellationToken)).Match<Result<Done>>(_ => default(Done), refusal => refusal);
    }

    private async Task<Result<Done>> ActAsync(DissolveUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.EffectiveOn)) is { } unfit)
        {
            return unfit;
        }

        var found = await UnitChanges.FindAsync(database, request.Unit, request.Plan is null ? request.Version : null, by, cancellationToken);
        if (found.Refusal is { } stranger)
        {
            return stranger;
        }

        var act = new UnitAct(by, request.Reason, await PlanGroup.ByUnitAsync(database, request.Plan, cancellationToken));
        var refused = changes.IsAhead(request.EffectiveOn, request.Plan)
            ? await PlanAsync(database, found.Value, request, act, cancellationToken)
            : await WithinAsync(database, found.Value, act, cancellationToken);
        if (refused is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    /// <summary>The same inside a caller's write, of a unit the caller has found; the caller commits and tells.</summary>
    internal async Task<Refusal?> WithinAsync(AppDbContext database, Unit unit, UnitAct act, CancellationToken cancellationToken)
    {
        if (unit.ParentId is null)
        {
            return new Refusal(RefusalKind.Invalid, "People.RootStays");
        }

        if (await IsInUseAsync(database, unit.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "People.UnitNotEmpty", unit.Name);
        }

        unit.Dissolve();
        var ended = await new UnitBelongings(database, changes, act).EndRolesAsync(unit, cancellationToken);
        var note = act.Note(UnitActs.Dissolve, unit.Id, null) with
        {
            Before = new Dictionary<string, object?> { ["unitName"] = unit.Name },
            After = new Dictionary<string, object?> { ["endedRoles"] = ended == 0 ? null : ended },
            Plan = act.PlanOf(unit.Id),
        };
        await changes.WriteAsync(database, act.By, note, cancellationToken);
        return null;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<DissolveUnitRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    // It has to be empty on its day: people may still leave it until then.
    private async Task<Refusal?> PlanAsync(AppDbContext database, Unit unit, DissolveUnitRequest request, UnitAct act, CancellationToken cancellationToken)
    {
        if (unit.ParentId is null)
        {
            return new Refusal(RefusalKind.Invalid, "People.RootStays");
        }

        var note = act.Note(UnitActs.Dissolve, unit.Id, null) with { Request = request, After = new Dictionary<string, object?>() };
        await changes.PlanAsync(database, act.By, note, request.EffectiveOn!.Value, cancellationToken);
        return null;
    }

    private static async Task<bool> IsInUseAsync(AppDbContext database, UnitId unit, CancellationToken cancellationToken) =>
        await database.Posts.AnyAsync(post => post.UnitId == unit, cancellationToken)
        || await database.Units.AnyAsync(
            below => (below.ParentId == unit || below.LineParentId == unit) && below.Status == UnitStatus.Active, cancellationToken);
}
