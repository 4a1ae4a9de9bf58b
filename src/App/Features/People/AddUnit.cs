using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Parent">The unit it stands under.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">A short name; none where it needs none.</param>
/// <param name="Superior">The unit that guides it in the business line; the caller must manage that one too.</param>
public sealed record AddUnitRequest(UnitId Parent, UnitKind Kind, string Name, string? ShortName = null, UnitId? Superior = null)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Adds a unit inside the caller's own subtree, behind its siblings.</summary>
public sealed class AddUnit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    string IPlannedAct.Action => UnitActs.Add;

    /// <summary>Which unit was added; of a planned one only that the plan stands.</summary>
    public Task<Result<UnitId>> HandleAsync(AddUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.add", $"unit:{request.Parent}", () => AddAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<UnitId>> AddAsync(AddUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if ((await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken) ?? changes.CheckPlan(request.Reason, request.EffectiveOn)) is { } unfit)
        {
            return unfit;
        }

        var added = changes.IsAhead(request.EffectiveOn, request.Plan)
            ? await PlanAsync(database, request, by, cancellationToken)
            : await WithinAsync(database, request, by, cancellationToken);
        if (added.Refusal is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return added.Value.Id;
    }

    /// <summary>The same inside a caller's write; the caller commits and tells.</summary>
    internal async Task<Result<Unit>> WithinAsync(AppDbContext database, AddUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var created = await CheckAsync(database, request, by, cancellationToken);
        if (created.Refusal is { } refusal)
        {
            return refusal;
        }

        var unit = created.Value;
        await PutAsync(database, unit, cancellationToken);
        await changes.WriteAsync(database, by, Note(unit, request) with { OtherUnit = unit.Id, Plan = request.Plan }, cancellationToken);
        return unit;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<AddUnitRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    /// <summary>Puts a checked unit and its closure rows there.</summary>
    internal static async Task PutAsync(AppDbContext database, Unit unit, CancellationToken cancellationToken)
    {
        database.Add(unit);
        await UnitClosures.AddAsync(database, Line.Administrative, unit.Id, unit.Above(Line.Administrative), cancellationToken);
        await UnitClosures.AddAsync(database, Line.Business, unit.Id, unit.Above(Line.Business), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<Result<Unit>> PlanAsync(AppDbContext database, AddUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var created = await CheckAsync(database, request, by, cancellationToken);
        if (created.Refusal is null)
        {
            await changes.PlanAsync(database, by, Note(created.Value, request), request.EffectiveOn!.Value, cancellationToken);
        }

        return created;
    }

    // It stands in the list of the unit above, where the plan stood before there was any other.
    private static ChangeNote Note(Unit unit, AddUnitRequest request) => new(UnitActs.Add)
    {
        Unit = request.Parent,
        Request = request,
        After = new Dictionary<string, object?>(ChangeValues.Of(unit)) { ["kind"] = unit.Kind.ToString() },
        Reason = request.Reason,
    };

    // May the caller, will the place and the name do? The unit, ready to be added, when all is well.
    private static async Task<Result<Unit>> CheckAsync(AppDbContext database, AddUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var parent = await UnitChanges.FindAsync(database, request.Parent, by, cancellationToken);
        if (parent.Refusal is { } stranger)
        {
            return stranger;
        }

        if (request.Superior is { } superior && (await UnitChanges.FindAsync(database, superior, by, cancellationToken)).Refusal is { } notGuiding)
        {
            return notGuiding;
        }

        var created = Unit.Create(new NewUnit(
            UnitId.New(), request.Parent, request.Superior, request.Kind, request.Name, request.ShortName,
            NamePy: PlainPinyin.Full(CleanText.Line(request.Name)), DivisionCode: null,
            await UnitPlaces.LastAsync(database, request.Parent, cancellationToken)));
        if ((created.Refusal ?? UnitPlaces.Check(request.Kind, parent.Value.Kind)) is { } refusal)
        {
            return refusal;
        }

        return await UnitPlaces.CheckNameAsync(database, request.Parent, created.Value, cancellationToken) is { } taken ? taken : created;
    }
}
