using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Carries out the plans whose day has come, each by its own use case. One that is refused is kept with the reason.</summary>
internal sealed partial class CarryOutPlans(
    IDbContextFactory<AppDbContext> databases, IEnumerable<IPlannedAct> acts, PeopleChanges changes, PlanNews news, ILogger<CarryOutPlans> logger)
{
    private readonly Dictionary<string, IPlannedAct> _acts = acts.ToDictionary(act => act.Action);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        foreach (var plan in await DueAsync(cancellationToken))
        {
            if (!_acts.TryGetValue(plan.Action, out var act))
            {
                continue;
            }

            try
            {
                if (await act.CarryOutAsync(plan, cancellationToken) is { } refusal)
                {
                    await FailAsync(plan.Id, refusal, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One plan must not keep the others from their day; it waits for the next round.
                LogPlanFailed(exception, plan.Id);
            }
        }
    }

    private async Task<List<DirectoryChange>> DueAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var today = changes.Today;
        return await database.DirectoryChanges.AsNoTracking()
            .Where(change => change.State == DirectoryChangeState.Planned && change.EffectiveOn <= today)
            .OrderBy(change => change.EffectiveOn).ThenBy(change => change.MadeAt).ThenBy(change => change.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task FailAsync(DirectoryChangeId id, Refusal refusal, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var plan = await database.DirectoryChanges.SingleAsync(row => row.Id == id, cancellationToken);
        if (plan.State != DirectoryChangeState.Planned)
        {
            // Another node carried it out, or somebody cancelled it just now.
            return;
        }

        var failed = ChangeJson.Write(new FailedPlan(refusal.TextKey, [.. refusal.Arguments.Select(argument => argument.ToString() ?? "")]));
        var rows = await PlanGroup.OfAsync(database, plan, cancellationToken);
        foreach (var row in rows)
        {
            row.State = DirectoryChangeState.Failed;
            row.After = failed;
            row.DoneAt = changes.Now;
            row.Version++;
        }

        await PlanEnds.StayAsync(database, plan, cancellationToken);
        await news.FailedAsync(database, rows, refusal, cancellationToken);
        await changes.WriteAuditAsync(database, plan.MadeBy, "change.fail", plan, cancellationToken);

        await write.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Carrying out the plan {Plan} failed and is tried again")]
    private partial void LogPlanFailed(Exception exception, DirectoryChangeId plan);
}
