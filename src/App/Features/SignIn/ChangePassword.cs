using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>A new password for the caller's own account.</summary>
/// <param name="Session">The session that stays; all others of the person end.</param>
internal sealed record ChangePasswordRequest(string Current, string New, SessionId Session);

/// <summary>Changes the person's own password and ends every other session.</summary>
internal sealed class ChangePassword(
    IDbContextFactory<AppDbContext> databases, Accounts accounts, AuditLog audit, IPersonFeed feed, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(ChangePasswordRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var user = await database.Users.SingleAsync(row => row.PersonId == by, cancellationToken);
        if (!accounts.Verify(user.PasswordHash, request.Current))
        {
            return new Refusal(RefusalKind.Forbidden, "SignIn.CurrentWrong");
        }

        if (Accounts.Check(request.New, user.UserName ?? "") is { } weak)
        {
            return weak;
        }

        if (request.New == request.Current)
        {
            return new Refusal(RefusalKind.Invalid, "SignIn.PasswordSame");
        }

        var hash = accounts.Hash(request.New);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        user.PasswordHash = hash;
        user.PasswordIsInitial = false;
        var others = await EndOthersAsync(database, by, request.Session, cancellationToken);
        await audit.WriteAsync(database, by, "account.password", $"person:{by}", new { ended = others.Count }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        foreach (var session in others)
        {
            feed.Publish(by, new SessionEnded(session));
        }

        return new Done();
    }

    private async Task<IReadOnlyList<SessionId>> EndOthersAsync(
        AppDbContext database, PersonId person, SessionId keep, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var others = database.Sessions.Where(row => row.PersonId == person && row.Id != keep && row.EndedAt == null);
        var ids = await others.Select(row => row.Id).ToListAsync(cancellationToken);
        await others.ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancellationToken);
        return ids;
    }
}
