using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">Which unit.</param>
/// <param name="Name">The new name.</param>
/// <param name="ShortName">The new short name; none where it needs none.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RenameUnitRequest(UnitId Unit, string Name, string? ShortName, long Version)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Gives a unit of the caller's subtree another name, unless somebody changed it meanwhile.</summary>
public sealed class RenameUnit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    string IPlannedAct.Action => UnitActs.Rename;

    public Task<Result<Done>> HandleAsync(RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.rename", $"unit:{request.Unit}", () => RenameAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> RenameAsync(RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
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
    internal async Task<Refusal?> WithinAsync(AppDbContext database, RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await UnitChanges.FindAsync(database, request.Unit, request.Plan is null ? request.Version : null, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var unit = found.Value;
        var before = ChangeValues.Of(unit);
        if (unit.Rename(request.Name, request.ShortName, PlainPinyin.Full(CleanText.Line(request.Name))) is { } refusal)
        {
            return refusal;
        }

        if (unit.ParentId is { } parent && await UnitPlaces.CheckNameAsync(database, parent, unit, cancellationToken) is { } taken)
        {
            return taken;
        }

        await WriteAsync(database, unit, before, request, by, cancellationToken);
        return null;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<RenameUnitRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task WriteAsync(
        AppDbContext database, Unit unit, Dictionary<string, object?> before, RenameUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var after = ChangeValues.Of(unit);
        var note = new ChangeNote(UnitActs.Rename)
        {
            Unit = unit.Id,
            Request = request,
            Before = before.Except(after),
            After = after.Except(before),
            Reason = request.Reason,
            Plan = request.Plan,
        };
        if (changes.IsAhead(request.EffectiveOn, request.Plan))
        {
            database.Entry(unit).State = EntityState.Unchanged;
            await changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);
        }
        else
        {
            await changes.WriteAsync(database, by, note, cancellationToken);
        }
    }
}
