using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Ldap;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

/// <summary>Who may, and what goes wrong on the way to the directory.</summary>
public sealed class LdapSafetyTests
{
    private const string Office = "ou=办公室,dc=test";
    private static readonly string _few = LdapScene.Unit(Office) + LdapScene.Many(5, Office);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_directory_gone_half_way_leaves_nothing_behind(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, LdapScene.Unit(Office) + LdapScene.Many(1_000, Office));
        var before = await scene.StateAsync();

        var run = await scene.SyncAsync(scene.Province, seen: null, progress: new At("read", scene.Server.Kill));

        Assert.Equal((RefusalKind.Conflict, "Ldap.GoneHalfWay"), (run.Refusal?.Kind, run.Refusal?.TextKey));
        Assert.Equal(before, await scene.StateAsync());
        var kept = await scene.LastRunAsync();
        Assert.Equal((LdapRunState.Refused, "Ldap.GoneHalfWay"), (kept.State, LdapRuns.WhyOf(kept)?.TextKey));
    }

    [Theory]
    [EveryDatabase("Password", "wrong", "Ldap.WrongPassword")]
    [EveryDatabase("Address", "ldap://127.0.0.1:9", "Ldap.NotReached")]
    [EveryDatabase("Address", "{tls}", "Ldap.NotReachedOrTrusted")]
    [EveryDatabase("PeopleFilter", "(objectClass=", "Ldap.BadFilter")]
    [EveryDatabase("Base", "ou=nowhere,dc=test", "Ldap.NoBase")]
    [EveryDatabase("Root", "海南省/没有这个局", "Ldap.NoRoot")]
    public async Task What_is_in_the_way_is_told_in_a_sentence(Database database, string setting, string value, string why)
    {
        await using var scene = await LdapScene.StartAsync(database, _few, new Dictionary<string, string?> { [setting] = value });
        var before = await scene.StateAsync();

        var run = await scene.SyncAsync(scene.Province, seen: null);

        Assert.Equal(why, run.Refusal?.TextKey);
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_plain_server_is_asked_for_TLS_before_anybody_signs_in(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database, _few, new Dictionary<string, string?> { ["StartTls"] = "true", ["AllowPlain"] = "false", ["Certificates"] = "{trusted}" });

        var report = await scene.TryAsync(scene.Province);

        Assert.Equal(6, report.Value.Entries.Total);
    }

    [Theory, EveryDatabase]
    public async Task A_certificate_nobody_vouches_for_ends_it_before_anybody_signs_in(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _few, new Dictionary<string, string?> { ["StartTls"] = "true" });

        var report = await scene.TryAsync(scene.Province);

        Assert.Equal("Ldap.NotReachedOrTrusted", report.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task Over_TLS_a_certificate_that_is_vouched_for_is_trusted(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database, _few, new Dictionary<string, string?> { ["Address"] = "{tls}", ["AllowPlain"] = "false", ["Certificates"] = "{trusted}" });

        var report = await scene.TryAsync(scene.Province);

        Assert.Null(report.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Only_administrators_of_the_province_find_it(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _few);

        var tried = await scene.TryAsync(scene.Keeper);
        var run = await scene.SyncAsync(scene.Keeper, seen: null);
        var listed = await scene.Host.Get<ListLdapSources>().HandleAsync(scene.Keeper.Id, Now);
        var problems = await scene.Host.Get<ListLdapProblems>().HandleAsync(LdapScene.Source, scene.Keeper.Id, Now);

        Assert.Equal(
            Enumerable.Repeat((RefusalKind?)RefusalKind.NotFound, 4),
            new[] { tried.Refusal?.Kind, run.Refusal?.Kind, listed.Refusal?.Kind, problems.Refusal?.Kind });
    }

    [Theory]
    [EveryDatabase("read")]
    [EveryDatabase("check")]
    [EveryDatabase("write")]
    public async Task Cancelled_in_the_middle_nothing_is_left_and_the_next_run_may_begin(Database database, string stage)
    {
        await using var scene = await LdapScene.StartAsync(database, LdapScene.Unit(Office) + LdapScene.Many(3_000, Office));
        var before = await scene.StateAsync();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scene.SyncAsync(scene.Province, seen: null, progress: new At(stage, cancel.Cancel), cancel: cancel.Token));

        Assert.Equal(before, await scene.StateAsync());
        Assert.Equal(LdapRunState.Cancelled, (await scene.LastRunAsync()).State);
        Assert.Null((await scene.TryAsync(scene.Province)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task What_changed_since_the_dry_run_is_a_conflict(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _few);
        var seen = await scene.TryAsync();
        await scene.Server.ChangeAsync($"dn: cn=王小1,{Office}\nchangetype: modify\nreplace: title\ntitle: 主任\n\n");

        var run = await scene.SyncAsync(scene.Province, seen.Digest);

        Assert.Equal((RefusalKind.Conflict, "Bulk.ChangedMeanwhile"), (run.Refusal?.Kind, run.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task One_run_at_a_time(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _few);
        Result<LdapReport> second = default;

        var first = await scene.SyncAsync(scene.Province, seen: null, progress: new At("read", () => second = scene.TryAsync(scene.Province).GetAwaiter().GetResult()));

        Assert.Equal((null, "Ldap.AtWork"), (first.Refusal?.TextKey, second.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task By_schedule_it_runs_when_it_is_time_in_the_name_of_its_administrator(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 1, 0, 0, TimeSpan.Zero));
        await using var scene = await LdapScene.StartAsync(
            database, _few, new Dictionary<string, string?> { ["Every"] = "06:00:00", ["RunAs"] = "nobody" }, clock);
        await scene.Host.Get<RunDueLdapSyncs>().HandleAsync(Now);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.False(await kept.LdapRuns.AnyAsync(Now));
        scene.Host.Get<IOptions<LdapOptions>>().Value.Sources[0].RunAs = scene.Province.Account;

        await scene.Host.Get<RunDueLdapSyncs>().HandleAsync(Now);
        var first = await scene.LastRunAsync();
        await scene.Host.Get<RunDueLdapSyncs>().HandleAsync(Now);
        var again = await scene.LastRunAsync();
        clock.Advance(TimeSpan.FromHours(6));
        await scene.Host.Get<RunDueLdapSyncs>().HandleAsync(Now);
        var third = await scene.LastRunAsync();

        Assert.Equal((LdapRunKind.Scheduled, LdapRunState.Done, scene.Province.Id, 6), (first.Kind, first.State, first.By, first.Added));
        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, third.Id);
    }

    private sealed class At(string stage, Action act) : IProgress<ImportProgress>
    {
        private bool _done;

        public void Report(ImportProgress value)
        {
            if (value.Stage == stage && !_done)
            {
                _done = true;
                act();
            }
        }
    }
}
