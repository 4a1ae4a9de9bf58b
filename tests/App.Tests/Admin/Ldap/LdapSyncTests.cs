using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

/// <summary>What becomes of the entries of a directory.</summary>
public sealed class LdapSyncTests
{
    private const string Office = "ou=办公室,dc=test";

    private static readonly string _small =
        LdapScene.Unit(Office) + LdapScene.Unit("ou=文秘科," + Office)
        + LdapScene.Person("cn=林小雨,ou=文秘科," + Office, "lin.xiaoyu", "科长", "mobile: 13800132077\ntelephoneNumber: 0898-1\nroomNumber: 301\n")
        + LdapScene.Person("cn=王小明," + Office, "wang.xiaoming");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_dry_run_tells_every_fate_and_writes_nothing(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small);
        var before = await scene.StateAsync();

        var report = await scene.TryAsync();

        Assert.Equal((4, 0, 0, 0), (report[ImportFate.Added], report[ImportFate.Changed], report[ImportFate.Unchanged], report[ImportFate.Refused]));
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_is_written_stands_in_the_directory_with_its_changes_and_its_audit(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small);

        var written = await scene.SyncAsync();

        Assert.Null(written.Refusal);
        Assert.Equal(["林小雨 文秘科 科长", "王小明 办公室 科员"], await scene.PostsAsync());
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal("13800132077", (await kept.People.SingleAsync(person => person.Account == "lin.xiaoyu", Now)).Mobile);
        Assert.Equal(4, await kept.DirectoryChanges.CountAsync(Now));
        var entry = await kept.AuditEntries.SingleAsync(row => row.Action == "directory.sync", Now);
        Assert.Equal((scene.Province.Id, "ldap:保亭"), (entry.ActorId!.Value, entry.Subject));
        Assert.DoesNotContain("slapd-secret", entry.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Five_thousand_entries_come_page_by_page_and_a_second_run_writes_nothing(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, LdapScene.Unit(Office) + LdapScene.Many(5_000, Office));
        var first = await scene.SyncAsync();
        var before = await scene.StateAsync();

        var second = await scene.SyncAsync();

        Assert.Equal((5_001, 5_001), (first.Value[ImportFate.Added], second.Value[ImportFate.Unchanged]));
        Assert.False(second.Value.HasWork);
        Assert.Equal(before, await scene.StateAsync());
    }

    [Theory, EveryDatabase]
    public async Task An_entry_that_moves_or_is_called_otherwise_stays_the_same_person_and_the_same_post(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small);
        await scene.SyncAsync();
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var post = await kept.Posts.Where(row => row.Title == "科长").Select(row => row.Id).SingleAsync(Now);
        await scene.Server.ChangeAsync(
            $"""
            dn: ou=文秘科,{Office}
            changetype: modrdn
            newrdn: ou=秘书科
            deleteoldrdn: 1

            dn: cn=林小雨,ou=秘书科,{Office}
            changetype: modify
            replace: title
            title: 主任

            dn: cn=林小雨,ou=秘书科,{Office}
            changetype: modrdn
            newrdn: cn=林晓雨
            deleteoldrdn: 1
            newsuperior: {Office}

            """);

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((0, 2), (report[ImportFate.Added], report[ImportFate.Changed]));
        Assert.Equal(["林晓雨 办公室 主任", "王小明 办公室 科员"], await scene.PostsAsync());
        Assert.True(await kept.Posts.AnyAsync(row => row.Id == post && row.Title == "主任", Now));
        Assert.True(await kept.Units.AnyAsync(row => row.Name == "秘书科", Now));
    }

    [Theory, EveryDatabase]
    public async Task Units_and_people_that_are_there_already_are_taken_over(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small);
        var office = await scene.Host.Given.UnitAsync("办公室", scene.Bureau, kind: UnitKind.Department);
        var known = await scene.Host.Given.PersonAsync("王小明", office, "科员", account: "wang.xiaoming");

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((2, 2), (report[ImportFate.Added], report[ImportFate.Unchanged]));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.True(await kept.LdapPersonLinks.AnyAsync(link => link.PersonId == known.Id, Now));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_of_another_subtree_is_taken_over(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small);
        var elsewhere = await scene.Host.Given.UnitAsync("琼海市教育局");
        await scene.Host.Given.PersonAsync("王大明", elsewhere, "局长", account: "wang.xiaoming");

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((3, 1), (report[ImportFate.Added], report[ImportFate.Refused]));
        Assert.Equal("Ldap.AccountElsewhere", report.Entries.Refused[0].Problems[0].Refusal.TextKey);
        Assert.Contains("王大明 琼海市教育局 局长", await scene.PostsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Entries_that_share_an_account_or_a_name_are_refused_and_the_rest_is_written(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database, _small + LdapScene.Person("cn=王小明二," + Office, "wang.xiaoming") + LdapScene.Person("cn=坏账号," + Office, "no such account!"));

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((3, 3), (report[ImportFate.Added], report[ImportFate.Refused]));
        Assert.Equal(
            ["Ldap.AccountTwice", "Ldap.AccountTwice", "People.AccountForm"],
            report.Entries.Refused.Select(row => row.Problems[0].Refusal.TextKey).Order());
        Assert.Equal(["林小雨 文秘科 科长"], await scene.PostsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Units_that_stand_under_each_other_are_refused_with_all_that_stands_on_them(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database,
            _small + LdapScene.Unit("ou=甲科,dc=test", "seeAlso: ou=乙科,dc=test\n") + LdapScene.Unit("ou=乙科,dc=test", "seeAlso: ou=甲科,dc=test\n")
            + LdapScene.Person("cn=丙,ou=甲科,dc=test", "bing"),
            new Dictionary<string, string?> { ["Attributes:UnitParent"] = "seeAlso" });

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((4, 3), (report[ImportFate.Added], report[ImportFate.Refused]));
        Assert.All(report.Entries.Refused, row => Assert.Equal("Bulk.UnknownUnit", row.Problems[0].Refusal.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Rare_characters_survive(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database, LdapScene.Unit("ou=𠅤䶮科\\, 二室,dc=test") + LdapScene.Person("cn=王䶮𪚥,ou=𠅤䶮科\\, 二室,dc=test", "wang.yan"));

        await scene.SyncAsync();

        Assert.Equal(["王䶮𪚥 𠅤䶮科, 二室 科员"], await scene.PostsAsync());
        Assert.False((await scene.TryAsync()).HasWork);
    }

    [Theory, EveryDatabase]
    public async Task What_is_refused_does_not_undo_what_it_was_before(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _small + LdapScene.Unit("ou=综合科," + Office));
        await scene.SyncAsync();
        await scene.Server.ChangeAsync($"dn: cn=王小明,{Office}\nchangetype: modify\nreplace: mobile\nmobile: call me\n\n");

        var report = (await scene.SyncAsync()).Value;

        Assert.Equal((1, 0), (report[ImportFate.Refused], report.Missing.Count));
        Assert.Equal(RefusalKind.Invalid, report.Entries.Refused[0].Problems[0].Refusal.Kind);
        Assert.Equal(["林小雨 文秘科 科长", "王小明 办公室 科员"], await scene.PostsAsync());
    }
}
