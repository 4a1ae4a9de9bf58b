using System.Text;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Ldap;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using HaiZhengTong.TestKit.Ldap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin.Ldap;

/// <summary>A county's bureau whose units and people are kept by a directory of its own.</summary>
internal sealed class LdapScene : IAsyncDisposable
{
    public const string Source = "保亭";
    private const string Prefix = "Ldap:Sources:0:";

    private LdapScene(TestHost host, PrivateSlapd server) => (Host, Server) = (host, server);

    public TestHost Host { get; }

    public PrivateSlapd Server { get; }

    public Unit Bureau { get; private set; } = null!;

    public Person Province { get; private set; } = null!;

    /// <summary>Administers the bureau and nothing else.</summary>
    public Person Keeper { get; private set; } = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static async Task<LdapScene> StartAsync(
        Database database, string ldif, IReadOnlyDictionary<string, string?>? settings = null, FakeTimeProvider? clock = null)
    {
        var server = await PrivateSlapd.StartAsync(ldif, settings?.ContainsKey("StartTls") == true ? PrivateSlapd.OnlyEncrypted : "");
        var source = new Dictionary<string, string?>
        {
            ["Name"] = Source,
            ["Address"] = server.Address,
            ["AllowPlain"] = "true",
            ["BindDn"] = PrivateSlapd.Admin,
            ["Password"] = PrivateSlapd.Password,
            ["Base"] = PrivateSlapd.Suffix,
            ["Root"] = "海南省/保亭县教育局",
            ["PageSize"] = "200",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            source[name] = value?.Replace("{tls}", server.TlsAddress, StringComparison.Ordinal).Replace("{trusted}", server.Certificates, StringComparison.Ordinal);
        }

        var host = await TestHost.StartAsync(database, new TestHostOptions
        {
            Settings = source.ToDictionary(value => Prefix + value.Key, value => value.Value),
            Clock = clock,

            // A test says itself when it is time to look; the schedule of the host would look beside it.
            Services = services => services.Remove(services.Single(service => service.ImplementationType == typeof(LdapSchedule))),
        });
        var scene = new LdapScene(host, server) { Province = await host.Given.ProvinceAdministratorAsync() };
        scene.Bureau = await host.Given.UnitAsync("保亭县教育局");
        scene.Keeper = await host.Given.UnitAdministratorAsync(scene.Bureau);
        return scene;
    }

    public static string Unit(string dn, string more = "") => $"dn: {dn}\nobjectClass: organizationalUnit\nou: {Name(dn)}\n{more}\n";

    public static string Person(string dn, string uid, string title = "科员", string more = "") =>
        $"dn: {dn}\nobjectClass: inetOrgPerson\ncn: {Name(dn)}\nsn: {Name(dn)[0]}\nuid: {uid}\ntitle: {title}\n{more}\n";

    public static string Many(int count, string unit)
    {
        var ldif = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            ldif.Append(Person($"cn=王小{number},{unit}", $"wang{number}"));
        }

        return ldif.ToString();
    }

    public async Task<LdapReport> TryAsync() => (await TryAsync(Province)).Value;

    public Task<Result<LdapReport>> TryAsync(Person by) => Host.Get<DryRunLdapSync>().HandleAsync(Source, by.Id, new Heard(), Now);

    /// <summary>Tries and writes, as a person does.</summary>
    public async Task<Result<LdapReport>> SyncAsync(bool agreed = false) => await SyncAsync(Province, (await TryAsync()).Digest, agreed);

    public Task<Result<LdapReport>> SyncAsync(Person by, string? seen, bool agreed = false, IProgress<ImportProgress>? progress = null, CancellationToken? cancel = null) =>
        Host.Get<RunLdapSync>().HandleAsync(
            new RunLdapSyncRequest(Source, LdapRunKind.ByHand) { Seen = seen, AllowsMissing = agreed }, by.Id, progress ?? new Heard(), cancel ?? Now);

    /// <summary>Everything a run may touch but the book of runs, in one text.</summary>
    public async Task<string> StateAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        var units = await kept.Units.OrderBy(unit => unit.Name).Select(unit => $"{unit.Name}:{unit.Version}").ToListAsync(Now);
        var people = await kept.People.OrderBy(person => person.Account).Select(person => $"{person.Account}:{person.Name}:{person.Version}").ToListAsync(Now);
        var posts = await kept.Posts.OrderBy(post => post.Id).Select(post => $"{post.Title}:{post.Version}").ToListAsync(Now);
        var rest = (await kept.UnitClosures.CountAsync(Now), await kept.PersonTokens.CountAsync(Now), await kept.AuditEntries.CountAsync(Now),
            await kept.DirectoryChanges.CountAsync(Now), await kept.LdapPersonLinks.CountAsync(Now), await kept.LdapUnitLinks.CountAsync(Now));
        return $"{string.Join(',', units)} {string.Join(',', people)} {string.Join(',', posts)} {rest}";
    }

    /// <summary>Where somebody has a post: "王小明 办公室 科员".</summary>
    public async Task<IReadOnlyList<string>> PostsAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await (
            from post in kept.Posts
            join person in kept.People on post.PersonId equals person.Id
            join unit in kept.Units on post.UnitId equals unit.Id
            where person.Id != Province.Id && person.Id != Keeper.Id
            orderby person.Account
            select $"{person.Name} {unit.Name} {post.Title}").ToListAsync(Now);
    }

    public async Task<LdapRun> LastRunAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.LdapRuns.OrderByDescending(run => run.Id).FirstAsync(Now);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static string Name(string dn) =>
        dn[(dn.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace("\\,", "\0", StringComparison.Ordinal).Split(',')[0].Replace('\0', ',');

    private sealed class Heard : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Assert.InRange(value.Percent, 0, 100);
    }
}
