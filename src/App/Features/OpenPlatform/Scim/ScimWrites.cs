using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Every write of a client: one transaction, committed whole or not at all, in the name of the client's maker.</summary>
internal sealed class ScimWrites(IDbContextFactory<AppDbContext> databases, DirectoryWriter directory, AuditLog audit, IPersonFeed feed)
{
    /// <summary>Does a write; one the client may not do is written into the audit.</summary>
    public async Task<Result<T>> DoAsync<T>(ScimCaller caller, Func<AppDbContext, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        AuditVia.Use($"scim:{caller.Name}");
        return await audit.GuardAsync(caller.Maker, "scim.write", $"scim:{caller.Client}", () => WriteAsync(caller, act, cancellationToken), cancellationToken);
    }

    /// <summary>Refuses what the client has not seen yet: somebody changed it meanwhile.</summary>
    public static Refusal? CheckVersion(string? ifMatch, string tag) =>
        ifMatch is null || ScimVersions.Names(ifMatch, tag) ? null : new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimVersion");

    private async Task<Result<T>> WriteAsync<T>(ScimCaller caller, Func<AppDbContext, Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);

        // One after the other, as moves of units go: what is read here is still so at the commit.
        await database.LockAsync(WriteLock.Units, cancellationToken);
        if (!await Powers.MayManageUnitAsync(database, caller.Maker, caller.Unit, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.ScimNotYours");
        }

        var done = await TryAsync(() => act(database));
        if (done.Refusal is not null)
        {
            return done;
        }

        await write.CommitAsync(cancellationToken);

        directory.Tell();
        foreach (var person in database.ChangeTracker.Entries<Person>().Where(entry => entry.Entity.Status == PersonStatus.Disabled))
        {
            feed.Publish(person.Entity.Id, new SessionEnded(null));
        }

        return done;
    }

    private static async Task<Result<T>> TryAsync<T>(Func<Task<Result<T>>> act)
    {
        try
        {
            return await act();
        }
        catch (DbUpdateConcurrencyException)
        {
            // A page was faster; the client reads anew and tries again.
            return new Refusal(RefusalKind.Conflict, "OpenPlatform.ScimVersion");
        }
    }
}
