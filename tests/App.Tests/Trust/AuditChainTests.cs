using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class AuditChainTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Entries_written_side_by_side_make_one_whole_chain(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync(host, i)));

        var verdict = await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel);
        Assert.Equal((20, null, null), (verdict.Entries, verdict.FirstBroken, verdict.Fault));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_entry_shows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2)
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Detail, "{}"), Cancel));

        Assert.Equal(2, (await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).FirstBroken);
    }

    [Theory, EveryDatabase]
    public async Task A_missing_entry_shows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2).ExecuteDeleteAsync(Cancel));

        Assert.Equal(2, (await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).FirstBroken);
    }

    [Theory, EveryDatabase]
    public async Task Two_entries_that_change_places_show(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Seq, 9), Cancel));
        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 3).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Seq, 2), Cancel));
        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 9).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Seq, 3), Cancel));

        await AssertBrokenAsync(host, 2, AuditFault.Changed);
    }

    [Theory, EveryDatabase]
    public async Task A_tail_that_is_cut_off_shows_even_when_the_book_goes_on(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 3).ExecuteDeleteAsync(Cancel));
        await AssertBrokenAsync(host, 3, AuditFault.CutOff);
        await WriteAsync(host, 4);

        await AssertBrokenAsync(host, 3, AuditFault.Missing);
    }

    [Theory, EveryDatabase]
    public async Task A_second_place_that_was_tampered_with_shows(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Hash, "0"), Cancel);
            await AssertBrokenAsync(host, 3, AuditFault.NotNoted);
            await kept.AuditHeads.ExecuteDeleteAsync(Cancel);
        }

        await WriteAsync(host, 4);

        Assert.Equal(AuditFault.NotNoted, (await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).Fault);
    }

    [Theory, EveryDatabase]
    public async Task A_mark_kept_elsewhere_finds_a_chain_that_was_written_anew(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);
        var mark = new AuditMark(3, (await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).Hash!);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.AuditEntries.ExecuteDeleteAsync(Cancel);
            await kept.AuditHeads.ExecuteDeleteAsync(Cancel);
        }

        Assert.Equal(AuditFault.CutOff, (await host.Get<VerifyAudit>().HandleAsync(mark, Cancel)).Fault);
        await WriteThreeAsync(host);

        Assert.Null((await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).Fault);
        Assert.Equal(AuditFault.NotAsNoted, (await host.Get<VerifyAudit>().HandleAsync(mark, Cancel)).Fault);
    }

    [Theory, EveryDatabase]
    public async Task An_entry_of_the_first_form_still_holds_and_new_ones_follow_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var old = OfTheFirstForm(PersonId.New(), "unit.rename", "unit:1", "{}");
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.AuditEntries.Add(old);
            kept.AuditHeads.Add(new AuditHead { Seq = 1, Hash = old.Hash });
            await kept.SaveChangesAsync(Cancel);
        }

        await WriteAsync(host, 2);

        Assert.Null((await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).Fault);
        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 1).ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Source, "10.0.0.1"), Cancel));
        await AssertBrokenAsync(host, 1, AuditFault.Changed);
    }

    [Theory]
    [EveryDatabase("source")]
    [EveryDatabase("result")]
    [EveryDatabase("form")]
    public async Task What_was_added_to_an_entry_later_is_under_the_hash_too(Database database, string field)
    {
        await using var host = await TestHost.StartAsync(database);
        await WriteThreeAsync(host);

        await TamperAsync(host, entries => entries.Where(entry => entry.Seq == 2).ExecuteUpdateAsync(
            row => row
                .SetProperty(entry => entry.Source, entry => field == "source" ? "10.0.0.1" : entry.Source)
                .SetProperty(entry => entry.Result, entry => field == "result" ? AuditResult.Refused : entry.Result)
                .SetProperty(entry => entry.Form, entry => field == "form" ? 0 : entry.Form),
            Cancel));

        await AssertBrokenAsync(host, 2, AuditFault.Changed);
    }

    private static async Task AssertBrokenAsync(TestHost host, long seq, AuditFault fault)
    {
        var verdict = await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel);
        Assert.Equal((seq, fault), (verdict.FirstBroken, verdict.Fault));
    }

    // How entries were hashed before result, channel, source and unit were kept.
    private static AuditEntry OfTheFirstForm(PersonId actor, string action, string subject, string detail)
    {
        var id = AuditEntryId.New();
        var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        string[] fields = ["", "1", id.ToString(), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), actor.ToString(), action, subject, detail];
        var text = string.Concat(fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field}")));
        return new AuditEntry
        {
            Seq = 1,
            Id = id,
            At = at,
            ActorId = actor,
            Action = action,
            Subject = subject,
            Detail = detail,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
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
