using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>Shuts a person out: no sign-in, no token, every open session over within seconds.</summary>
internal sealed class DisablePerson(IDbContextFactory<AppDbContext> databases, AuditLog audit, IPersonFeed feed, TimeProvider clock)
{
    public Task<Result<Done>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, "person.disable", $"person:{person}", () => DisableAsync(person, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> DisableAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        if (person == by)
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.NotYourself");
        }

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

        if (await LastAdministrator.IsAsync(database, person, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Admin.LastProvince");
        }

        found.Disable();
        var now = clock.GetUtcNow();
        await database.Sessions
            .Where(session => session.PersonId == person && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        await audit.WriteAsync(database, by, "person.disable", $"person:{person}", new { account = found.Account }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(person, new SessionEnded(null));
        return new Done();
    }
}
