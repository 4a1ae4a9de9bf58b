using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Code">Which duty.</param>
/// <param name="IsRetired">True to offer it no longer, false to offer it again.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RetireDutyRequest(string Code, bool IsRetired, long Version);

/// <summary>Takes a duty off the offer, or puts it back; the posts that carry it keep it.</summary>
public sealed class RetireDuty(IDbContextFactory<AppDbContext> databases, DutyChanges changes)
{
    public Task<Result<Done>> HandleAsync(RetireDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "duty.retire", request.Code, () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(RetireDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await DutyChanges.BeginAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var found = await DutyChanges.FindAsync(database, request.Code, request.Version, cancellationToken);
        if (found.Refusal is { } gone)
        {
            return gone;
        }

        found.Value.Retire(request.IsRetired);
        await changes.WriteAsync(database, by, request.IsRetired ? "duty.retire" : "duty.restore", request.Code, new { found.Value.Name }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }
}
