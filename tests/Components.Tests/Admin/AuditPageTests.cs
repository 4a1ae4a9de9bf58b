using Bunit;
using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.Audit;
using HaiZhengTong.Domain.Admin;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class AuditPageTests : ConsoleStage
{
    [Fact]
    public void It_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<AuditPage>("admin/audit");

    [Fact]
    public void For_a_unit_administrator_there_is_no_audit() => AssertIsNotThereFor<AuditPage>(UnitAdministrator);

    [Fact]
    public void Where_nothing_fits_it_says_so_and_keeps_what_was_asked()
    {
        Visit("/admin/audit?area=unit&from=2026-01-31");

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Equal("没有符合条件的审计记录。", page.Find(".empty p").TextContent));
        Assert.Equal("单位", page.Find("option[selected]").TextContent);
        Assert.Equal("2026-01-31", page.Find("input[name=from]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_row_tells_who_did_what_to_whom()
    {
        await Host.Get<DisablePerson>().HandleAsync(Clerk.Id, Province.Id, Cancel);

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal(["符海宁", "停用人员", "林小雨", $"account {Clerk.Account}", "系统任务"], page.FindAll("tbody td").Skip(2).Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task A_refused_try_is_marked_and_says_why_in_words()
    {
        await Host.Get<DisablePerson>().HandleAsync(Province.Id, UnitAdministrator.Id, Cancel);

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Equal("被拒绝", page.Find("tbody .tag.r").TextContent));
        Assert.DoesNotContain("Admin.NotYourSubtree", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_the_own_subtree_and_may_export_but_not_check_the_chain()
    {
        await Host.Given.RoleAsync(Clerk, AdminRole.Auditor, Bureau);
        await Host.Get<DisablePerson>().HandleAsync(UnitAdministrator.Id, Province.Id, Cancel);
        SignIn(Clerk);
        Visit("/admin/audit?area=person.disable&who=fu&result=Done");

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal(["admin/audit/export?who=fu&area=person.disable&result=Done"], page.FindAll(".page-head a").Select(link => link.GetAttribute("href")));
        page.WaitForAssertion(() => Assert.Equal(["概览", "授权", "审计记录"], page.FindAll(".admin-tabs a").Select(tab => tab.TextContent)));
    }

    [Fact]
    public async Task The_whole_chain_is_walked_on_request()
    {
        await Host.Get<DisablePerson>().HandleAsync(Clerk.Id, Province.Id, Cancel);
        Visit("/admin/audit?check=true");

        var page = Render<AuditPage>();

        page.WaitForAssertion(() => Assert.Contains("1 条记录首尾相接", page.Find(".note.g").TextContent, StringComparison.Ordinal));
    }
}
