using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

/// <summary>What becomes of whom the directory has no longer.</summary>
public sealed class LdapMissingTests
{
    private const string Office = "ou=办公室,dc=test";
    private const string Gone = $"dn: cn=王小0,{Office}\nchangetype: delete\n\n";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Of_somebody_missing_a_leave_is_proposed_once_and_nobody_is_deleted(Database database)
    {
        await using var scene = await ManyAsync(database);
        await scene.Server.ChangeAsync(Gone);

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal([("王小0", true)], report.Missing.Select(one => (one.Name, one.IsNew)));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(row => row.Account == "wang0", Now);
        Assert.Equal(PersonStatus.Active, person.Status);
        Assert.NotNull(person.LeavesOn);
        var plan = await kept.DirectoryChanges.SingleAsync(row => row.State == DirectoryChangeState.Planned, Now);
        Assert.Equal(("person.leave", person.Id, person.LeavesOn!.Value.AddDays(1)), (plan.Action, plan.PersonId!.Value, plan.EffectiveOn));
        Assert.Contains("保亭", plan.Reason, StringComparison.Ordinal);
        var before = await scene.StateAsync();
        var again = (await scene.SyncAsync()).Value;
        Assert.Equal([("王小0", false)], again.Missing.Select(one => (one.Name, one.IsNew)));
        Assert.False(again.HasWork);
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task Who_is_back_before_the_day_stays(Database database)
    {
        await using var scene = await ManyAsync(database);
        await scene.Server.ChangeAsync(Gone);
        await scene.SyncAsync();
        await scene.Server.ChangeAsync(LdapScene.Person($"cn=王小0,{Office}", "wang0").Replace("\nobjectClass", "\nchangetype: add\nobjectClass", StringComparison.Ordinal));

        await scene.SyncAsync();

        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Null((await kept.People.SingleAsync(row => row.Account == "wang0", Now)).LeavesOn);
        Assert.Equal(DirectoryChangeState.Cancelled, (await kept.DirectoryChanges.SingleAsync(row => row.Action == "person.leave", Now)).State);
        Assert.False((await scene.TryAsync()).HasWork);
    }

    [Theory, EveryDatabase]
    public async Task When_too_much_goes_missing_at_once_nothing_is_written_until_somebody_agrees(Database database)
    {
        await using var scene = await ManyAsync(database);
        await scene.Server.ChangeAsync(string.Concat(Enumerable.Range(0, 3).Select(number => Gone.Replace("王小0", $"王小{number}", StringComparison.Ordinal))));
        var before = await scene.StateAsync();

        var refused = await scene.SyncAsync();

        Assert.Equal("Ldap.TooManyMissing", refused.Refusal?.TextKey);
        Assert.Equal(before, await scene.StateAsync());
        var agreed = await scene.SyncAsync(agreed: true);
        Assert.Equal(3, agreed.Value.NewlyMissing);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(3, await kept.People.CountAsync(person => person.LeavesOn != null, Now));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_is_missing_stays_as_it_is(Database database)
    {
        await using var scene = await ManyAsync(database, "30");
        await scene.Server.ChangeAsync($"dn: ou=空科,{Office}\nchangetype: delete\n\n");

        var report = (await scene.SyncAsync(agreed: true)).Value;

        Assert.Equal([("空科", (string?)null)], report.Missing.Select(one => (one.Name, one.Account)));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.True(await kept.Units.AnyAsync(unit => unit.Name == "空科" && unit.Status == UnitStatus.Active, Now));
    }

    private static async Task<LdapScene> ManyAsync(Database database, string percent = "10")
    {
        var scene = await LdapScene.StartAsync(
            database, LdapScene.Unit(Office) + LdapScene.Unit($"ou=空科,{Office}") + LdapScene.Many(20, Office), new Dictionary<string, string?> { ["MaxMissingPercent"] = percent });
        await scene.SyncAsync();
        return scene;
    }
}
