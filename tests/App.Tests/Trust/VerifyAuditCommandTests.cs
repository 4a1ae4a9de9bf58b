using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class VerifyAuditCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_whole_chain_answers_0_and_the_mark_to_keep_and_a_broken_one_1_and_the_place(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var empty = await RunAsync(host);
        await WriteAsync(host);
        await WriteAsync(host);
        var whole = await RunAsync(host);
        var mark = whole.Said[whole.Said.IndexOf("2:", StringComparison.Ordinal)..].Trim();
        var again = await RunAsync(host, mark);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.AuditEntries.Where(entry => entry.Seq == 1).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Action, "x.y"), Cancel);
        }

        var broken = await RunAsync(host);

        Assert.Equal((0, 0, 0, 1), (empty.Code, whole.Code, again.Code, broken.Code));
        Assert.Equal(2 + 64, mark.Length);
        Assert.Contains("1", broken.Said, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase("nonsense")]
    [EveryDatabase("0:0000000000000000000000000000000000000000000000000000000000000000")]
    [EveryDatabase("3:short")]
    public async Task A_mark_that_is_none_is_refused_with_the_usage(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);

        var failure = await Assert.ThrowsAsync<StartupFailure>(() => RunAsync(host, typed));

        Assert.Equal("Startup.AuditUsage", failure.Message);
    }

    private static async Task<(int Code, string Said)> RunAsync(TestHost host, params string[] arguments)
    {
        await using var said = new StringWriter();
        var code = await VerifyAuditCommand.RunAsync(host.Services, arguments, said);
        return (code, said.ToString());
    }

    private static async Task WriteAsync(TestHost host)
    {
        await using var database = await host.OpenDatabaseAsync();
        await using var write = await database.BeginWriteAsync(Cancel);
        await host.Get<AuditLog>().WriteAsync(database, null, "unit.rename", "unit:1", new { to = "教育局" }, Cancel);
        await write.CommitAsync(Cancel);
    }
}
