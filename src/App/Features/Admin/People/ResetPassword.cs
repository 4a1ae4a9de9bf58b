using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>A password to hand over; it is shown this once.</summary>
internal sealed record FreshPassword(string Text);

/// <summary>Gives a person of the own subtree a fresh password, opens a locked account and ends every session.</summary>
internal sealed class ResetPassword(
    IDbContextFactory<AppDbContext> databases, Accounts accounts, AuditLog audit, IPersonFeed feed, TimeProvider clock)
{
    public Task<Result<FreshPassword>> HandleAsync(PersonId person, PersonId by, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, "account.reset", $"person:{person}", () => ResetAsync(person, by, cancellationToken), cancellationToken);

    private async Task<Result<FreshPassword>> ResetAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        if (person == by)
        {
            return new Refusal(RefusalKind.Forbidden, "Admin.OwnPassword");
        }

        // Hashing takes its time: before the write, not inside it.
        var password = InitialPassword.Make();
        var hash = accounts.Hash(password);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (!await database.Users.AnyAsync(user => user.PersonId == person, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound");
        }

        if (!await Powers.MayManagePersonAsync(database, by, person, cancellationToken))
        {
            return await PersonChanges.StrangerAsync(database, person, by, cancellationToken);
        }

        await ChangeAsync(database, person, hash, cancellationToken);
        await audit.WriteAsync(database, by, "account.reset", $"person:{person}", new { }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(person, new SessionEnded(null));
        return new FreshPassword(password);
    }

    private async Task ChangeAsync(AppDbContext database, PersonId person, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? unlocked = null;
        await database.Users.Where(user => user.PersonId == person).ExecuteUpdateAsync(
            row => row
                .SetProperty(user => user.PasswordHash, hash)
                .SetProperty(user => user.PasswordIsInitial, true)
                .SetProperty(user => user.AccessFailedCount, 0)
                .SetProperty(user => user.LockoutEnd, unlocked),
            cancellationToken);
        await database.Sessions.Where(session => session.PersonId == person && session.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
