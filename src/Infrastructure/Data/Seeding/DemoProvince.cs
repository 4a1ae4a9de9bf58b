using HaiZhengTong.Infrastructure.Data.Seeding.Bulk;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>
/// Puts the invented demo province into an empty database: all of it in one transaction, or nothing. Called at start-up
/// after the migrations, before anybody is served. A second call changes nothing.
/// </summary>
public sealed class DemoProvince(IDbContextFactory<AppDbContext> databases, IPasswordHasher<AppUser> passwords, TimeProvider clock)
{
    public async Task<SeedOutcome> HandleAsync(SeedSize size, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (size == SeedSize.None || await database.SeedMarks.AnyAsync(cancellationToken))
        {
            return SeedOutcome.Unneeded;
        }

        if (await database.Units.AnyAsync(cancellationToken) || await database.People.AnyAsync(cancellationToken))
        {
            return SeedOutcome.NotEmpty;
        }

        var startedAt = Seconds(clock.GetUtcNow());
        progress.Report(new SeedProgress("inventing", 0, 1));
        var set = SeedSet.Make(size, startedAt, cancellationToken);
        var writer = new SeedWriter(set, new SignInMaker(passwords), progress);

        await using var load = new BulkLoad(database);
        await writer.WriteAsync(load, new SeedMark { Name = size.ToName(), StartedAt = startedAt, FinishedAt = Seconds(clock.GetUtcNow()) }, cancellationToken);
        return SeedOutcome.Seeded;
    }

    /// <summary>Whether this database holds demo people, whose password everybody knows.</summary>
    public async Task<bool> IsHereAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.SeedMarks.AnyAsync(cancellationToken);
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
