using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Counts failed sign-ins by source address and shuts a source out for a while.</summary>
internal sealed class SourceGuard(IOptions<SignInOptions> options, TimeProvider clock)
{
    /// <summary>How long the source is still shut out; null when it is not.</summary>
    public async Task<TimeSpan?> WaitAsync(AppDbContext database, string source, CancellationToken cancellationToken)
    {
        var until = await database.SignInSources
            .Where(row => row.Source == source)
            .Select(row => row.LockedUntil)
            .FirstOrDefaultAsync(cancellationToken);
        var left = until - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Counts one failure, inside the caller's write.</summary>
    public async Task CountFailureAsync(AppDbContext database, string source, CancellationToken cancellationToken)
    {
        await database.LockAsync(WriteLock.SignInSources, cancellationToken);
        var now = clock.GetUtcNow();
        var found = await database.SignInSources.SingleOrDefaultAsync(row => row.Source == source, cancellationToken);
        if (found is null)
        {
            found = new SignInSource { Source = source, Failures = 0, WindowStartedAt = now };
            database.SignInSources.Add(found);
        }
        else if (now - found.WindowStartedAt > options.Value.SourceWindow)
        {
            found.Failures = 0;
            found.WindowStartedAt = now;
        }

        if (++found.Failures >= options.Value.SourceFailures)
        {
            found.Failures = 0;
            found.LockedUntil = now + options.Value.SourceLock;
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
