using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>
/// Opens a session for a right password. A wrong one, an unknown account and a locked account get one answer after the
/// same work, so that nobody learns which accounts exist.
/// </summary>
internal sealed class SignInWithPassword(
    IDbContextFactory<AppDbContext> databases, Accounts accounts, SourceGuard sources, IOptions<SignInOptions> options, TimeProvider clock)
{
    public async Task<Result<SignedIn>> HandleAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await sources.WaitAsync(database, request.Source, cancellationToken) is { } wait)
        {
            return new Refusal(RefusalKind.TooMany, "SignIn.SourceLocked", (int)Math.Ceiling(wait.TotalMinutes));
        }

        var account = await FindAsync(database, request.Account, cancellationToken);
        var right = accounts.Verify(account?.User.PasswordHash, request.Password);
        if (account is null || !right || account.User.LockoutEnd > clock.GetUtcNow())
        {
            await CountFailureAsync(database, request.Source, account?.User.Id ?? Guid.Empty, cancellationToken);
            return new Refusal(RefusalKind.Forbidden, "SignIn.Wrong", (int)options.Value.AccountLock.TotalMinutes);
        }

        if (account.Person.Status != PersonStatus.Active)
        {
            return new Refusal(RefusalKind.Forbidden, "SignIn.Disabled");
        }

        return await OpenAsync(database, account, request.Device, cancellationToken);
    }

    private static async Task<FoundAccount?> FindAsync(AppDbContext database, string typed, CancellationToken cancellationToken)
    {
        var name = Accounts.Normalize(typed.Length > AccountName.MaxLength ? "" : typed);
        return await database.Users.AsNoTracking()
            .Where(user => user.NormalizedUserName == name)
            .Join(database.People.AsNoTracking(), user => user.PersonId, person => person.Id, (user, person) => new FoundAccount(user, person))
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task CountFailureAsync(AppDbContext database, string source, Guid account, CancellationToken cancellationToken)
    {
        var most = options.Value.AccountFailures;
        DateTimeOffset? until = clock.GetUtcNow() + options.Value.AccountLock;
        await using var write = await database.BeginWriteAsync(cancellationToken);

        // In one statement: attempts sent side by side must all count.
        await database.Users
            .Where(user => user.Id == account)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(user => user.LockoutEnd, user => user.AccessFailedCount + 1 >= most ? until : user.LockoutEnd)
                    .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount + 1 >= most ? 0 : user.AccessFailedCount + 1),
                cancellationToken);
        await sources.CountFailureAsync(database, source, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private async Task<SignedIn> OpenAsync(AppDbContext database, FoundAccount account, string device, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new UserSession { Id = SessionId.New(), PersonId = account.Person.Id, CreatedAt = now, SeenAt = now, Device = device };
        await using var write = await database.BeginWriteAsync(cancellationToken);
        database.Sessions.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        if (account.User.AccessFailedCount > 0)
        {
            await database.Users.Where(user => user.Id == account.User.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(user => user.AccessFailedCount, 0), cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return new SignedIn(session.Id, account.Person.Id, account.Person.Account, account.Person.Name);
    }

    private sealed record FoundAccount(AppUser User, Person Person);
}
