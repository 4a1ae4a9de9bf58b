using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <param name="Unit">The unit that is split; it stays, with what goes nowhere.</param>
/// <param name="Parts">The new units, which come to stand beside it.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record SplitUnitRequest(UnitId Unit, IReadOnlyList<SplitPart> Parts, long Version)
{
    public string Reason { get; init; } = "";

    /// <summary>The day it takes effect; none: today.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The plan this carries out.</summary>
    internal DirectoryChangeId? Plan { get; init; }
}

/// <summary>Makes new units out of one, in one act: chosen posts and units below go over. The caller manages the unit and the one above.</summary>
public sealed class SplitUnit(IDbContextFactory<AppDbContext> databases, PeopleChanges changes) : IPlannedAct
{
    /// <summary>How many new units one act makes.</summary>
    public const int MaxParts = 10;

    string IPlannedAct.Action => UnitActs.Split;

    public Task<Result<Done>> HandleAsync(SplitUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.split", $"unit:{request.Unit}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(SplitUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var isAhead = changes.IsAhead(request.EffectiveOn, request.Plan);
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var write = await database.BeginWriteAsync(cancellationToken))
        {
            if (await WithinAsync(database, request, by, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            // What could not be done today is not planned: it is tried, and let go.
            if (!isAhead)
            {
                await write.CommitAsync(cancellationToken);

                changes.Tell();
                return default(Done);
            }
        }

        await PlanAsync(request, by, cancellationToken);
        return default(Done);
    }

    Task<Refusal?> IPlannedAct.CarryOutAsync(DirectoryChange plan, CancellationToken cancellationToken)
    {
        var request = ChangeJson.Read<SplitUnitRequest>(plan.Request) with { Plan = plan.Id };
        return HandleAsync(request, plan.MadeBy, cancellationToken).RefusalAsync();
    }

    private async Task<Refusal?> WithinAsync(AppDbContext database, SplitUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var found = await CheckAsync(database, request, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = new UnitAct(by, request.Reason, await PlanGroup.ByUnitAsync(database, request.Plan, cancellationToken));
        var division = new UnitDivision(database, changes, act) { IsPlanned = request.Plan is not null };
        foreach (var (part, at) in request.Parts.Select((part, at) => (part, at)))
        {
            if (await division.GiveAsync(found.Value, part, isFirst: at == 0, cancellationToken) is { } unfit)
            {
                return unfit;
            }
        }

        return null;
    }

    private async Task PlanAsync(SplitUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var note = new ChangeNote(UnitActs.Split)
        {
            Unit = request.Unit,
            Request = request,
            After = new Dictionary<string, object?>
            {
                ["newUnits"] = string.Join('、', request.Parts.Select(part => CleanText.Line(part.Name))),
                ["movedPosts"] = request.Parts.Sum(part => part.Posts.Count),
                ["movedUnits"] = request.Parts.Sum(part => part.Units.Count),
            },
            Reason = request.Reason,
        };
        await changes.PlanAsync(database, by, note, request.EffectiveOn!.Value, cancellationToken);

        await write.CommitAsync(cancellationToken);
    }

    private async Task<Result<Unit>> CheckAsync(AppDbContext database, SplitUnitRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var malformed = await PeopleChanges.BeginAsync(database, request.Plan, cancellationToken)
            ?? changes.CheckPlan(request.Reason, request.EffectiveOn)
            ?? CheckForm(request);
        if (malformed is { } refusal)
        {
            return refusal;
        }

        var found = await UnitChanges.FindAsync(database, request.Unit, request.Plan is null ? request.Version : null, by, cancellationToken);
        if (found.Refusal is not null)
        {
            return found;
        }

        return found.Value.ParentId is not { } parent ? new Refusal(RefusalKind.Invalid, "People.RootStays")
            : (await UnitChanges.FindAsync(database, parent, by, cancellationToken)).Refusal is { } stranger ? stranger
            : found;
    }

    private static Refusal? CheckForm(SplitUnitRequest request) =>
        request.Parts is not { Count: > 0 and <= MaxParts } ? new Refusal(RefusalKind.Invalid, "People.SplitCount", MaxParts)
        : request.Parts.Any(part => part.Posts.Count + part.Units.Count == 0) ? new Refusal(RefusalKind.Invalid, "People.SplitNothing")
        : Repeats(request.Parts.SelectMany(part => part.Posts)) || Repeats(request.Parts.SelectMany(part => part.Units))
            ? new Refusal(RefusalKind.Invalid, "People.SplitTwice")
        : null;

    private static bool Repeats<T>(IEnumerable<T> ids)
        where T : struct => ids.CountBy(id => id).Any(one => one.Value > 1);
}
