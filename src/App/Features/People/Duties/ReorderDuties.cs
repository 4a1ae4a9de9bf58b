using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Seen">The codes in the order the caller saw.</param>
/// <param name="Order">The same codes in the order wanted.</param>
public sealed record ReorderDutiesRequest(IReadOnlyList<string> Seen, IReadOnlyList<string> Order);

/// <summary>Puts the whole dictionary into another order, unless somebody changed it meanwhile.</summary>
public sealed class ReorderDuties(IDbContextFactory<AppDbContext> databases, DutyChanges changes)
{
    private const int Step = 10;

    public Task<Result<Done>> HandleAsync(ReorderDutiesRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "duty.reorder", "all", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(ReorderDutiesRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await DutyChanges.BeginAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var duties = await database.Duties.OrderBy(row => row.Sort).ThenBy(row => row.Code).ToListAsync(cancellationToken);
        if (!duties.Select(duty => duty.Code).SequenceEqual(request.Seen))
        {
            return new Refusal(RefusalKind.Conflict, "People.DutiesChangedMeanwhile");
        }

        if (!request.Order.Order(StringComparer.Ordinal).SequenceEqual(request.Seen.Order(StringComparer.Ordinal)))
        {
            return new Refusal(RefusalKind.Invalid, "People.OrderForm");
        }

        foreach (var (code, place) in request.Order.Select((code, place) => (code, place)))
        {
            duties.Find(duty => duty.Code == code)!.Sort = (place + 1) * Step;
        }

        await changes.WriteAsync(database, by, "duty.reorder", "all", new { from = request.Seen, to = request.Order }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }
}
