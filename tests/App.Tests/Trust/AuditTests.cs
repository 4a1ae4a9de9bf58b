using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class AuditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Entries_written_side_by_side_make_one_whole_chain(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync(host, i)));

        Assert.Equal(new AuditVerdict(20, null), await host.Get<VerifyAudit>().HandleAsync(Cancel));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_entry_shows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Detail, "{}"), Cancel));

        Assert.Equal(2, (await host.Get<VerifyAudit>().HandleAsync(Cancel)).FirstBroken);
    }

    [Theory, EveryDatabase]
    public async Task A_missing_entry_shows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2).ExecuteDeleteAsync(Cancel));

        Assert.Equal(2, (await host.Get<VerifyAudit>().HandleAsync(Cancel)).FirstBroken);
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

    private static async Task WriteThreeAsync(TestHost host)
    {
        for (var i = 0; i < 3; i++)
        {
            await WriteAsync(host, i);
        }
    }

    private static async Task WriteAsync(TestHost host, int number)
    {
        await using var database = await host.OpenDatabaseAsync();
        await using var write = await database.BeginWriteAsync(Cancel);
        await host.Get<AuditLog>().WriteAsync(database, PersonId.New(), "unit.rename", $"unit:{number}", new { to = "教育局", number }, Cancel);
        await write.CommitAsync(Cancel);
    }

    private static async Task TamperAsync(TestHost host, Func<IQueryable<AuditEntry>, Task<int>> change)
    {
        await using var database = await host.OpenDatabaseAsync();
        Assert.Equal(1, await change(database.AuditEntries));
    }
}
