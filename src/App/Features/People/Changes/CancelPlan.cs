using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Takes a planned change off the plan, before its day.</summary>
public sealed class CancelPlan(IDbContextFactory<AppDbContext> databases, PeopleChanges changes, PlanNews news)
{
    public Task<Result<Done>> HandleAsync(DirectoryChangeId id, PersonId by, CancellationToken cancellationToken) =>
        changes.GuardAsync(by, "change.cancel", $"change:{id}", () => ActAsync(id, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> ActAsync(DirectoryChangeId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var plan = await database.DirectoryChanges.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (plan?.UnitId is not { } unit)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchChange");
        }

        var own = plan.PersonId is null
            ? await UnitChanges.FindAsync(database, unit, by, cancellationToken)
            : await PeopleChanges.FindUnitAsync(database, unit, by, cancellationToken);
        if ((own.Refusal ?? await CheckPersonAsync(database, plan, by, cancellationToken)) is { } stranger)
        {
            return stranger;
        }

        if (plan.State != DirectoryChangeState.Planned)
        {
            return new Refusal(RefusalKind.Conflict, "People.PlanGone");
        }

        var rows = await PlanGroup.OfAsync(database, plan, cancellationToken);
        foreach (var row in rows)
        {
            row.State = DirectoryChangeState.Cancelled;
            row.Version++;
        }

        await PlanEnds.StayAsync(database, plan, cancellationToken);
        await news.CancelledAsync(database, rows, by, cancellationToken);
        await changes.WriteAuditAsync(database, by, "change.cancel", plan, cancellationToken);

        await write.CommitAsync(cancellationToken);
        return default(Done);
    }

    // Nobody is kept from a transfer or a leave by the own hand, nor by somebody who manages the unit but not that person.
    private static async Task<Refusal?> CheckPersonAsync(AppDbContext database, DirectoryChange plan, PersonId by, CancellationToken cancellationToken)
    {
        if (plan.PersonId is not { } person || plan.MadeBy == by)
        {
            return null;
        }

        var isHere = await database.People.AnyAsync(row => row.Id == person && row.Status != PersonStatus.Left, cancellationToken);
        return person == by ? new Refusal(RefusalKind.Forbidden, "People.NotYourOwnPlan")
            : isHere && !await Powers.MayManagePersonAsync(database, by, person, cancellationToken) ? await NotYourPerson.RefusalAsync(database, by, person, cancellationToken)
            : null;
    }
}
