using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <summary>What every change to the dictionary of duties shares: the province's administrators, the version, the audit.</summary>
public sealed class DutyChanges(IDbContextFactory<AppDbContext> databases, AuditLog audit, ListDuties duties, PostTitles titles)
{
    /// <summary>Changes one entry as the caller saw it. The change answers why not, or what the audit is told.</summary>
    internal Task<Result<Done>> ChangeAsync(
        string action, (string Code, long Version) seen, PersonId by,
        Func<AppDbContext, Duty, Task<(Refusal? Refusal, object Detail)>> change, CancellationToken cancellationToken) =>
        GuardAsync(by, action, seen.Code, () => ActAsync(action, seen, by, change, cancellationToken), cancellationToken);

    /// <summary>Why the person may not keep the dictionary; null when that is allowed. Takes the dictionary's turn.</summary>
    internal static async Task<Refusal?> BeginAsync(AppDbContext database, PersonId by, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.Units, cancellationToken);
        return await Powers.MayChangeSettingsAsync(database, by, cancellationToken) ? null : new Refusal(RefusalKind.Forbidden, "People.DutiesByProvince");
    }

    /// <summary>The entry to be changed, as the caller saw it.</summary>
    private static async Task<Result<Duty>> FindAsync(AppDbContext database, string code, long version, CancellationToken cancellationToken)
    {
        var duty = await database.Duties.SingleOrDefaultAsync(row => row.Code == code, cancellationToken);
        return duty is null ? new Refusal(RefusalKind.NotFound, "People.NoSuchDuty")
            : duty.Version != version ? new Refusal(RefusalKind.Conflict, "People.DutyChangedMeanwhile", duty.Name)
            : duty;
    }

    /// <summary>Why the name cannot be given; null when it is free.</summary>
    internal static async Task<Refusal?> CheckNameAsync(AppDbContext database, Duty duty, CancellationToken cancellationToken) =>
        await database.Duties.AnyAsync(row => row.Name == duty.Name && row.Code != duty.Code, cancellationToken)
            ? new Refusal(RefusalKind.Conflict, "People.DutyNameTaken", duty.Name)
            : null;

    /// <summary>Writes the act into the audit, in its own transaction, and saves what is pending.</summary>
    internal Task WriteAsync(AppDbContext database, PersonId by, string action, string subject, object detail, CancellationToken cancellationToken) =>
        audit.WriteAsync(database, by, action, $"duty:{subject}", detail, cancellationToken);

    /// <summary>Does a change and writes down when it is refused because the person may not.</summary>
    internal Task<Result<T>> GuardAsync<T>(
        PersonId by, string action, string code, Func<Task<Result<T>>> change, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, action, $"duty:{code}", change, cancellationToken);

    /// <summary>Lets the next reader see the change.</summary>
    internal void Tell()
    {
        duties.Forget();
        titles.Forget();
    }

    private async Task<Result<Done>> ActAsync(
        string action, (string Code, long Version) seen, PersonId by,
        Func<AppDbContext, Duty, Task<(Refusal? Refusal, object Detail)>> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await BeginAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var found = await FindAsync(database, seen.Code, seen.Version, cancellationToken);
        if (found.Refusal is { } gone)
        {
            return gone;
        }

        var (refused, detail) = await change(database, found.Value);
        if (refused is { } refusal)
        {
            return refusal;
        }

        await WriteAsync(database, by, action, seen.Code, detail, cancellationToken);

        await write.CommitAsync(cancellationToken);

        Tell();
        return default(Done);
    }
}
