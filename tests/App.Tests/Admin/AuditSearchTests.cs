using System.Net;
using System.Text;
using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.Audit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin;

public sealed class AuditSearchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_audit_is_searched_by_person_action_subject_and_result(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await Scene.MakeAsync(host);

        var byPerson = await ActionsAsync(host, scene.Province, new() { Person = "wuqingyuan" });
        var byAccount = await ActionsAsync(host, scene.Province, new() { Person = scene.Clerk.Account });
        var byNobody = await ActionsAsync(host, scene.Province, new() { Person = "查无此人" });
        var bySubject = await ActionsAsync(host, scene.Province, new() { Subject = "林小雨" });
        var byUnit = await ActionsAsync(host, scene.Province, new() { Subject = "琼海市教育局" });
        var byCode = await ActionsAsync(host, scene.Province, new() { Subject = $"person:{scene.Lin.Id}" });
        var refused = await ActionsAsync(host, scene.Province, new() { Result = AuditResult.Refused });
        var whole = await ActionsAsync(host, scene.Province, new(), "person.enable");

        Assert.Equal(["unit.rename", "person.disable"], byPerson);
        Assert.Equal(byPerson, byAccount);
        Assert.Empty(byNobody);
        Assert.Equal(["person.enable", "person.disable"], bySubject);
        Assert.Equal(bySubject, byCode);
        Assert.Equal(["unit.rename"], byUnit);
        Assert.Equal(["unit.rename"], refused);
        Assert.Equal(["person.enable"], whole);
    }

    [Theory, EveryDatabase]
    public async Task An_auditor_reads_what_belongs_to_the_own_subtree_and_whoever_only_manages_reads_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await Scene.MakeAsync(host);

        var own = await host.Get<ListAudit>().HandleAsync(new ListAuditRequest(null, null, null, null), scene.Auditor.Id, Cancel);
        var clerk = await host.Get<ListAudit>().HandleAsync(new ListAuditRequest(null, null, null, null), scene.Clerk.Id, Cancel);
        var check = await host.Get<CheckAudit>().HandleAsync(scene.Auditor.Id, Cancel);
        var all = await host.Get<ListAudit>().HandleAsync(new ListAuditRequest(null, null, null, null), scene.AuditAdministrator.Id, Cancel);

        Assert.Equal(["person.enable", "person.disable"], own.Value.Rows.Select(row => row.Action));
        Assert.False(own.Value.IsWhole);
        Assert.Equal((RefusalKind.NotFound, RefusalKind.NotFound), (clerk.Refusal?.Kind, check.Refusal?.Kind));
        Assert.Equal(3, all.Value.Rows.Count);
    }

    [Theory, EveryDatabase]
    public async Task The_export_is_a_file_a_table_opens_safely_and_an_entry_itself(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await Scene.MakeAsync(host);
        using var browser = await Browser.SignedInAsync(host, scene.Auditor.Account);

        using var answer = await browser.GetAsync("/admin/audit/export?area=person");
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("attachment", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("恢复人员,已完成,林小雨", lines[1], StringComparison.Ordinal);
        await using var kept = await host.OpenDatabaseAsync();
        var entry = await kept.AuditEntries.OrderByDescending(row => row.Seq).FirstAsync(Cancel);
        Assert.Equal(("audit.export", scene.Auditor.Id, AuditChannel.Web), (entry.Action, entry.ActorId, entry.Channel));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_may_not_read_the_audit_gets_no_file_and_leaves_no_export(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await Scene.MakeAsync(host);
        using var browser = await Browser.SignedInAsync(host, scene.Clerk.Account);

        using var answer = await browser.GetAsync("/admin/audit/export");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.False(await kept.AuditEntries.AnyAsync(row => row.Action == "audit.export", Cancel));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")]
    [InlineData("海口, 三亚", "\"海口, 三亚\"")]
    [InlineData("教育局", "教育局")]
    public void A_cell_is_never_a_formula(string text, string cell) => Assert.Equal(cell, AuditCsv.Cell(text));

    private static async Task<IEnumerable<string>> ActionsAsync(TestHost host, Person by, AuditSearch search, string? area = null)
    {
        var rows = await host.Get<ListAudit>().HandleAsync(new ListAuditRequest(area, null, null, null) { Search = search }, by.Id, Cancel);
        return rows.Value.Rows.Select(row => row.Action);
    }

    // Three entries: Lin shut out and let in again, and a try at a unit that is somebody else's.
    private sealed record Scene(Person Province, Person Clerk, Person Lin, Person Auditor, Person AuditAdministrator)
    {
        public static async Task<Scene> MakeAsync(TestHost host)
        {
            var province = await host.Given.ProvinceAdministratorAsync();
            var bureau = await host.Given.UnitAsync("文昌市教育局");
            var other = await host.Given.UnitAsync("琼海市教育局");
            var lin = await host.Given.PersonAsync("林小雨", bureau);
            var clerk = await host.Given.UnitAdministratorAsync(bureau);
            var auditor = await host.Given.PersonAsync("王审计", other);
            await host.Given.RoleAsync(auditor, AdminRole.Auditor, bureau);
            var all = await host.Given.PersonAsync("陈审计", other);
            await host.Given.RoleAsync(all, AdminRole.AuditAdministrator);
            await host.Get<DisablePerson>().HandleAsync(lin.Id, clerk.Id, Cancel);
            await host.Get<EnablePerson>().HandleAsync(lin.Id, province.Id, Cancel);
            await host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(other.Id, "别的", null, other.Version), clerk.Id, Cancel);
            return new Scene(province, clerk, lin, auditor, all);
        }
    }
}
