using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>Shuts a person out: no sign-in, no token, every open session over within seconds.</summary>
internal sealed class DisablePerson(IDbContextFactory<AppDbContext> databases, AuditLog audit, PersonAccess access, IPersonFeed feed, DirectoryPulse pulse)
{
    public Task<Result<Done>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, "person.disable", $"person:{person}", () => DisableAsync(person, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> DisableAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var managed = await PersonChanges.FindAsync(database, person, by, cancellationToken);
        if (managed.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = managed.Value;
        if (found.Status == PersonStatus.Disabled)
        {
            return new Done();
        }

        if (await access.ShutOutAsync(database, found, by, cancellationToken) is { } notTheirs)
        {
            return notTheirs;
        }

        await write.CommitAsync(cancellationToken);

        pulse.Beat();
        feed.Publish(person, new SessionEnded(null));
        return new Done();
    }
}
