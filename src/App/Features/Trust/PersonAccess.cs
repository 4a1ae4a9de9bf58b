using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Shuts people out and lets them in, inside a caller's write; the caller has checked the power over the person, commits and tells.</summary>
public sealed class PersonAccess(AuditLog audit, TimeProvider clock)
{
    /// <summary>No sign-in from the commit on; every session of the person is over with it.</summary>
    internal async Task<Refusal?> ShutOutAsync(AppDbContext database, Person person, PersonId by, CancellationToken cancellationToken)
    {
        if (person.Id == by)
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.NotYourself");
        }

        if (await LastAdministrator.IsAsync(database, person.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Admin.LastProvince");
        }

        person.Disable();
        var now = clock.GetUtcNow();
        await database.Sessions
            .Where(session => session.PersonId == person.Id && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
        await audit.WriteAsync(database, by, "person.disable", $"person:{person.Id}", new { account = person.Account }, cancellationToken);
        return null;
    }

    /// <summary>Lets a person who was shut out in again.</summary>
    internal Task LetInAsync(AppDbContext database, Person person, PersonId by, CancellationToken cancellationToken)
    {
        person.Enable();
        return audit.WriteAsync(database, by, "person.enable", $"person:{person.Id}", new { account = person.Account }, cancellationToken);
    }
}
