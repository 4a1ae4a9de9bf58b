using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SignInCleanupTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(_now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Sessions_go_thirty_days_after_they_ended_or_expired(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);
        var endedLately = Session(lin, seen: -30, ended: -29);
        var stillGood = Session(lin, seen: 0);
        var expiredLately = Session(lin, seen: -36);
        await PutAsync(host, [endedLately, stillGood, expiredLately, Session(lin, seen: -31, ended: -31), Session(lin, seen: -38)]);

        await host.Get<RemoveStaleSignIns>().HandleAsync(Cancel);

        await using var kept = await host.OpenDatabaseAsync();
        var left = await kept.Sessions.Select(row => row.Id).ToListAsync(Cancel);
        Assert.Equivalent(new[] { endedLately.Id, stillGood.Id, expiredLately.Id }, left, strict: true);
    }

    [Theory, EveryDatabase]
    public async Task More_than_a_batch_goes_at_once(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);
        await PutAsync(host, [.. Enumerable.Range(0, 1_001).Select(_ => Session(lin, seen: -60, ended: -60))]);

        await host.Get<RemoveStaleSignIns>().HandleAsync(Cancel);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(0, await kept.Sessions.CountAsync(Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Sources_go_once_their_failures_count_for_nothing(Database database)
    {
        await using var host = await StartAsync(database);
        await PutAsync(host,
        [
            Source("counting", minutes: -9),
            Source("locked", minutes: -11, lockedMinutes: 1),
            Source("long quiet", minutes: -11),
            Source("free again", minutes: -11, lockedMinutes: -1),
        ]);

        await host.Get<RemoveStaleSignIns>().HandleAsync(Cancel);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(["counting", "locked"], await kept.SignInSources.Select(row => row.Source).Order().ToListAsync(Cancel));
    }

    [Theory(Timeout = 30_000), EveryDatabase]
    public async Task A_running_host_cleans_up_every_day(Database database)
    {
        await using var host = await StartAsync(database);
        await using var kept = await host.OpenDatabaseAsync();
        for (var day = 0; day < 2; day++)
        {
            await PutAsync(host, [Source("quiet " + day, minutes: -11)]);
            while (await kept.SignInSources.AnyAsync(TestContext.Current.CancellationToken))
            {
                _clock.Advance(TimeSpan.FromDays(1));
            }
        }
    }

    private static UserSession Session(Person person, int seen, int? ended = null) => new()
    {
        Id = new SessionId(Guid.CreateVersion7()),
        PersonId = person.Id,
        CreatedAt = _now.AddDays(-90),
        SeenAt = _now.AddDays(seen),
        EndedAt = ended is { } days ? _now.AddDays(days) : null,
        Device = "test",
    };

    private static SignInSource Source(string name, int minutes, int? lockedMinutes = null) => new()
    {
        Source = name,
        Failures = 1,
        WindowStartedAt = _now.AddMinutes(minutes),
        LockedUntil = lockedMinutes is { } until ? _now.AddMinutes(until) : null,
    };

    private static async Task<Person> LinAsync(TestHost host) =>
        await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));

    private static async Task PutAsync(TestHost host, IEnumerable<object> rows)
    {
        await using var database = await host.OpenDatabaseAsync();
        database.AddRange(rows);
        await database.SaveChangesAsync(Cancel);
    }

    private Task<TestHost> StartAsync(Database database) => TestHost.StartAsync(database, new TestHostOptions { Clock = _clock });
}
