using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Code">Which duty.</param>
/// <param name="Name">The new name in Chinese.</param>
/// <param name="NameEn">The new name in English.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RenameDutyRequest(string Code, string Name, string? NameEn, long Version);

/// <summary>Gives a duty other names; posts and audiences keep its code.</summary>
public sealed class RenameDuty(IDbContextFactory<AppDbContext> databases, DutyChanges changes)
{
    public Task<Result<Done>> HandleAsync(RenameDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "duty.rename", request.Code, () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(RenameDutyRequest request, PersonId by, CancellationToken cancellationToken)
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

        var duty = found.Value;
        var before = duty.Name;
        if ((duty.Rename(request.Name, request.NameEn) ?? await DutyChanges.CheckNameAsync(database, duty, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        await changes.WriteAsync(database, by, "duty.rename", duty.Code, new { from = before, to = duty.Name }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }
}
