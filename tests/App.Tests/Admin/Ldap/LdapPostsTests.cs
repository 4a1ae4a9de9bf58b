using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

/// <summary>An entry that names several units tells of a post in each.</summary>
public sealed class LdapPostsTests
{
    private const string Office = "ou=办公室,dc=test";
    private const string Staff = "ou=人事科,dc=test";
    private const string Finance = "ou=财务科,dc=test";
    private const string Lin = "cn=林小雨,dc=test";

    private static readonly string _two = LdapScene.Unit(Office) + LdapScene.Unit(Staff) + LdapScene.Unit(Finance)
        + LdapScene.Person(Lin, "lin.xiaoyu", "科长", $"seeAlso: {Staff}\nseeAlso: {Office}\n");

    private static readonly Dictionary<string, string?> _bySeeAlso = new() { ["Attributes:PersonUnit"] = "seeAlso" };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_dry_run_shows_each_post_and_a_run_writes_them_the_first_as_the_main_one(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _two, _bySeeAlso);

        var report = await scene.TryAsync();
        var written = await scene.SyncAsync();
        var again = await scene.SyncAsync();

        Assert.Equal((5, 0), (report[ImportFate.Added], report[ImportFate.Refused]));
        Assert.Equal([$"{Lin} → {Staff}", $"{Lin} → {Office}"], report.Entries.First(ImportFate.Added).Skip(3).Select(row => row.Row.Cells[0]));
        Assert.Null(written.Refusal);
        Assert.Equal(["人事科 科长 主", "办公室 科长"], await PostsAsync(scene));
        Assert.False(again.Value.HasWork);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(1, await kept.DirectoryChanges.CountAsync(change => change.Action == "person.add", Now));
        Assert.Equal(1, await kept.DirectoryChanges.CountAsync(change => change.Action == "post.add", Now));
    }

    [Theory, EveryDatabase]
    public async Task Posts_follow_the_entry_whatever_the_order_of_its_units(Database database)
    {
        await using var scene = await LdapScene.StartAsync(database, _two, _bySeeAlso);
        await scene.SyncAsync();
        await scene.Server.ChangeAsync(Replaced("title: 主任", $"seeAlso: {Office}\nseeAlso: {Staff}"));

        var turned = await scene.SyncAsync();
        var afterTurn = await PostsAsync(scene);
        await scene.Server.ChangeAsync(Replaced("title: 主任", $"seeAlso: {Office}\nseeAlso: {Finance}"));
        await scene.SyncAsync();

        Assert.Equal((0, 2), (turned.Value[ImportFate.Added], turned.Value[ImportFate.Changed]));
        Assert.Equal(["人事科 主任 主", "办公室 主任"], afterTurn);
        Assert.Equal(["办公室 主任", "财务科 主任 主"], await PostsAsync(scene));
        Assert.False((await scene.TryAsync()).HasWork);
    }

    [Theory, EveryDatabase]
    public async Task With_one_unit_nobody_knows_the_whole_person_is_refused(Database database)
    {
        await using var scene = await LdapScene.StartAsync(
            database, _two + LdapScene.Person("cn=王小明,dc=test", "wang.xiaoming", "科员", $"seeAlso: {Office}\nseeAlso: ou=没有,dc=test\n"), _bySeeAlso);

        var written = await scene.SyncAsync();

        var refused = Assert.Single(written.Value.Entries.Refused);
        Assert.Equal((1, ImportField.Unit), (written.Value[ImportFate.Refused], refused.Problems[0].Field));
        Assert.DoesNotContain(await scene.PostsAsync(), post => post.StartsWith("王小明", StringComparison.Ordinal));
    }

    private static string Replaced(string title, string units) =>
        $"dn: {Lin}\nchangetype: modify\nreplace: title\n{title}\n-\nreplace: seeAlso\n{units}\n\n";

    private static async Task<IReadOnlyList<string>> PostsAsync(LdapScene scene)
    {
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var posts = await (
            from post in kept.Posts
            join person in kept.People on post.PersonId equals person.Id
            join unit in kept.Units on post.UnitId equals unit.Id
            where person.Account == "lin.xiaoyu"
            select new { unit.Name, post.Title, post.IsMain }).ToListAsync(Now);
        return [.. posts.Select(post => $"{post.Name} {post.Title}{(post.IsMain ? " 主" : "")}").Order(StringComparer.Ordinal)];
    }
}
