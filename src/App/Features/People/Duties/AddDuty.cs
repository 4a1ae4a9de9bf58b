using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Name">The name in Chinese.</param>
/// <param name="NameEn">The name in English; the Chinese one where there is none.</param>
public sealed record AddDutyRequest(string Name, string? NameEn);

/// <summary>Puts a duty at the end of the dictionary.</summary>
public sealed class AddDuty(IDbContextFactory<AppDbContext> databases, DutyChanges changes)
{
    private const int Step = 10;

    public Task<Result<string>> HandleAsync(AddDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "duty.add", "new", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<string>> ActAsync(AddDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await DutyChanges.BeginAsync(database, by, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var last = await database.Duties.MaxAsync(row => (int?)row.Sort, cancellationToken) ?? 0;
        var made = Duty.Create(request.Name, request.NameEn, last + Step);
        if ((made.Refusal ?? await CheckAsync(database, made.Value, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var duty = made.Value;
        database.Duties.Add(duty);
        await changes.WriteAsync(database, by, "duty.add", duty.Code, new { duty.Name, duty.NameEn }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return duty.Code;
    }

    private static async Task<Refusal?> CheckAsync(AppDbContext database, Duty duty, CancellationToken cancellationToken)
    {
        if (duty.Code.Length == 0)
        {
            return new Refusal(RefusalKind.Invalid, "People.DutyNeedsLetters");
        }

        return await database.Duties.AnyAsync(row => row.Code == duty.Code, cancellationToken)
            ? new Refusal(RefusalKind.Conflict, "People.DutyNameTaken", duty.Name)
            : await DutyChanges.CheckNameAsync(database, duty, cancellationToken);
    }
}
