using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Ends one of the person's own sessions: this one on sign-out, another one from the profile.</summary>
internal sealed class EndSession(IDbContextFactory<AppDbContext> databases, SessionCheck check, IPersonFeed feed, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(SessionId session, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ended = await database.Sessions
            .Where(row => row.Id == session && row.PersonId == by && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancellationToken);
        if (ended == 0)
        {
            return new Refusal(RefusalKind.NotFound, "SignIn.NoSuchSession");
        }

        await write.CommitAsync(cancellationToken);

        check.Forget(session);
        feed.Publish(by, new SessionEnded(session));
        return new Done();
    }
}
