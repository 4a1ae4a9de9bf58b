using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>Lets a disabled person in again.</summary>
internal sealed class EnablePerson(IDbContextFactory<AppDbContext> databases, AuditLog audit, PersonAccess access, DirectoryPulse pulse)
{
    public Task<Result<Done>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, "person.enable", $"person:{person}", () => EnableAsync(person, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> EnableAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var managed = await PersonChanges.FindAsync(database, person, by, cancellationToken);
        if (managed.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = managed.Value;
        if (found.Status == PersonStatus.Active)
        {
            return new Done();
        }

        await access.LetInAsync(database, found, by, cancellationToken);

        await write.CommitAsync(cancellationToken);

        pulse.Beat();
        return new Done();
    }
}
