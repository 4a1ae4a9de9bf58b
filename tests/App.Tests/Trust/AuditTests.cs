using System.Net;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class AuditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_refused_act_leaves_one_entry_a_minute_and_nothing_else(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock });
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var lin = await host.Given.PersonAsync("林小雨", bureau);
        var stranger = await host.Given.PersonAsync("王浩然", await host.Given.UnitAsync("海口市公安局"));

        await RenameAsync();
        await RenameAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        await RenameAsync();

        await using var kept = await host.OpenDatabaseAsync();
        var entries = await kept.AuditEntries.OrderBy(entry => entry.Seq).ToListAsync(Cancel);
        Assert.Equal(2, entries.Count);
        Assert.Equal(("unit.rename", AuditResult.Refused, stranger.Id, bureau.Id), (entries[0].Action, entries[0].Result, entries[0].ActorId, entries[0].UnitId));
        Assert.Contains("People.NotYourSubtree", entries[0].Detail, StringComparison.Ordinal);
        Assert.Equal("海口市教育局", (await kept.Units.SingleAsync(unit => unit.Id == bureau.Id, Cancel)).Name);

        async Task RenameAsync() => Assert.Equal(
            RefusalKind.Forbidden,
            (await host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(bureau.Id, "我的局", null, bureau.Version), stranger.Id, Cancel)).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task An_entry_tells_where_the_act_came_from(Database database)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Services = services => services.AddSingleton<IStartupFilter, FromFar>() });
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        using var made = await browser.SendAsync("/profile", "/profile", new() { ["_handler"] = "token", ["Form.Name"] = "脚本", ["Form.Days"] = "30" });
        await WriteAsync(host, 1);

        await using var kept = await host.OpenDatabaseAsync();
        var entries = await kept.AuditEntries.OrderBy(entry => entry.Seq).ToListAsync(Cancel);
        Assert.Equal((AuditChannel.Web, "203.0.113.7"), (entries[0].Channel, entries[0].Source));
        Assert.Equal((AuditChannel.Job, null), (entries[1].Channel, entries[1].Source));
    }

    [Theory, EveryDatabase]
    public async Task An_act_that_is_not_committed_leaves_no_entry(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await using (var working = await host.OpenDatabaseAsync())
        {
            await using var write = await working.BeginWriteAsync(Cancel);
            await host.Get<AuditLog>().WriteAsync(working, null, "test.act", "test:1", new { }, Cancel);
        }

        await using var kept = await host.OpenDatabaseAsync();
        Assert.False(await kept.AuditEntries.AnyAsync(Cancel));
    }

    private static async Task WriteAsync(TestHost host, int number)
    {
        await using var database = await host.OpenDatabaseAsync();
        await using var write = await database.BeginWriteAsync(Cancel);
        await host.Get<AuditLog>().WriteAsync(database, PersonId.New(), "unit.rename", $"unit:{number}", new { to = "教育局", number }, Cancel);
        await write.CommitAsync(Cancel);
    }

    // The test server has no network: every request comes from one address.
    private sealed class FromFar : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse("::ffff:203.0.113.7");
                return go(context);
            });
            next(app);
        };
    }
}
