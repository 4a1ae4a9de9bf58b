using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <param name="Target">The unit that stays and takes the others in.</param>
/// <param name="Sources">The units that are no more afterwards, as the caller saw them.</param>
public sealed record MergeUnitsRequest(UnitId Target, IReadOnlyList<SeenUnit> Sources)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Merges units into another one, all in one act; the caller manages every one of them.</summary>
public sealed class MergeUnits(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    /// <summary>How many units one act takes in.</summary>
    public const int MaxSources = 20;

    string IPlannedAct.Action => UnitActs.Merge;

    /// <summary>What went over, or will go over as things stand today.</summary>
    public Task<Result<MergeTally>> HandleAsync(MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.merge", $"unit:{request.Target}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<MergeTally>> ActAsync(MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (changes.IsAhead(request.EffectiveOn, request.Plan))
        {
            return await PlanAsync(request, by, cancellationToken);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var merged = await WithinAsync(database, request, by, cancellationToken);
        if (merged.Refusal is null)
        {
            await write.CommitAsync(cancellationToken);

            changes.Tell();
        }

        return merged;
    }

    /// <summary>The same inside a caller's write; the caller commits and tells, or lets it go after a look at what would happen.</summary>
    internal async Task<Result<MergeTally>> WithinAsync(AppDbContext database, MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (target, sources) = found.Value;
        var act = new UnitAct(by, request.Reason, await PlanGroup.ByUnitAsync(database, request.Plan, cancellationToken));
        var absorption = new UnitAbsorption(database, changes, act);
        var tally = new MergeTally();
        foreach (var source in sources)
        {
            // One that stood below another source may have become one with a unit of the target by now.
            if (source.Status == UnitStatus.Dissolved)
            {
                continue;
            }

            var absorbed = await absorption.AbsorbAsync(source, target, cancellationToken);
            if (absorbed.Refusal is not null)
            {
                return absorbed;
            }

            tally.Add(absorbed.Value);
        }

        return tally;
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<MergeUnitsRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    // What could not be done today is not planned: it is tried, and let go.
    private async Task<Result<MergeTally>> PlanAsync(MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        Result<MergeTally> tried;
        await using (var trial = await databases.CreateDbContextAsync(cancellationToken))
        await using (await trial.BeginWriteAsync(cancellationToken))
        {
            tried = await WithinAsync(trial, request, by, cancellationToken);
        }

        if (tried.Refusal is not null)
        {
            return tried;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var target = await database.UnitNameAsync(request.Target, cancellationToken);
        var notes = request.Sources.Select(source => new ChangeNote(UnitActs.Merge)
        {
            Unit = source.Unit,
            OtherUnit = request.Target,
            Request = request,
            After = new Dictionary<string, object?> { ["mergedInto"] = target },
            Reason = request.Reason,
        });
        await changes.PlanAsync(database, by, [.. notes], request.EffectiveOn!.Value, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return tried;
    }

    private async Task<Result<(Unit Target, List<Unit> Sources)>> CheckAsync(
        AppDbContext database, MergeUnitsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var malformed = await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken)
            ?? changes.CheckPlan(request.Reason, request.EffectiveOn)
            ?? CheckForm(request);
        if (malformed is { } refusal)
        {
            return refusal;
        }

        var target = await UnitChanges.FindAsync(database, request.Target, by, cancellationToken);
        if (target.Refusal is { } stranger)
        {
            return stranger;
        }

        var sources = new List<Unit>();
        foreach (var seen in request.Sources)
        {
            var source = await UnitChanges.FindAsync(database, seen.Unit, request.Plan is null ? seen.Version : null, by, cancellationToken);
            if (source.Refusal is { } notTheirs)
            {
                return notTheirs;
            }

            sources.Add(source.Value);
        }

        return (target.Value, sources);
    }

    private static Refusal? CheckForm(MergeUnitsRequest request) =>
        request.Sources is not { Count: > 0 and <= MaxSources } ? new Refusal(RefusalKind.Invalid, "People.MergeCount", MaxSources)
        : request.Sources.Any(source => source.Unit == request.Target) ? new Refusal(RefusalKind.Invalid, "People.MergeIntoItself")
        : request.Sources.DistinctBy(source => source.Unit).Count() < request.Sources.Count ? new Refusal(RefusalKind.Invalid, "People.MergeTwice")
        : null;
}
