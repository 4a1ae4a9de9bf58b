using Bunit;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Ldap;
using HaiZhengTong.App.Features.Admin.Ldap.Parts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Domain.People.Ldap;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class LdapPageTests : ConsoleStage
{
    [Fact]
    public void Whoever_does_not_administer_the_province_finds_no_such_page() => AssertIsNotThereFor<LdapPage>(UnitAdministrator);

    [Fact]
    public void Without_a_directory_the_page_tells_where_it_is_named()
    {
        var page = Render<LdapPage>();

        page.WaitForAssertion(() => Assert.Contains("Ldap:Sources", page.Find(".empty").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("目录同步", page.Find(".admin-tabs [aria-current=page]").TextContent));
    }

    [Fact]
    public void A_dry_run_shows_the_refused_first_and_each_fate_on_a_click()
    {
        var result = Result(Report(refused: 1));

        Assert.Equal(["新增 1", "更改 0", "不变 0", "拒绝 1", "缺失 1"], result.FindAll(".seg button").Select(button => button.TextContent.Trim()));
        Assert.Contains("坏账号", result.Find("tbody td").TextContent, StringComparison.Ordinal);
        result.FindAll(".seg button")[0].Click();
        Assert.Contains("林小雨", result.Find("tbody td").TextContent, StringComparison.Ordinal);
        result.FindAll(".seg button")[4].Click();
        Assert.Contains("王小明", result.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", result.FindAll(".seg button")[4].GetAttribute("aria-pressed"));
        Assert.Equal("admin/ldap/%E4%BF%9D%E4%BA%AD/problems.csv", result.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void A_long_list_of_fates_goes_page_by_page_and_another_fate_begins_at_its_first()
    {
        var result = Result(Report(refused: 250));
        Assert.Equal((LdapReport.PageSize, "第 1 页，共 3 页"), (result.FindAll("tbody tr").Count, result.Find("nav [role=status]").TextContent));

        result.FindAll("nav button")[1].Click();
        result.FindAll("nav button")[1].Click();

        Assert.Equal((50, "第 3 页，共 3 页"), (result.FindAll("tbody tr").Count, result.Find("nav [role=status]").TextContent));
        Assert.True(result.FindAll("nav button")[1].HasAttribute("disabled"));
        result.FindAll(".seg button")[0].Click();
        Assert.Single(result.FindAll("tbody tr"));
        Assert.Empty(result.FindAll("nav"));
    }

    [Fact]
    public void When_too_much_is_missing_somebody_has_to_agree_before_it_is_written()
    {
        bool? agreed = null;
        var braked = Report(refused: 0) with { Brake = new Refusal(RefusalKind.Conflict, "Ldap.TooManyMissing", 3, 20, 0, 1, 10) };
        var result = Result(braked, said => agreed = said);
        Assert.True(result.Find(".btns .btn").HasAttribute("disabled"));

        result.Find("input[type=checkbox]").Change(true);
        result.Find(".btns .btn").Click();

        Assert.True(agreed);
    }

    [Fact]
    public void What_is_written_says_so_and_offers_nothing_more()
    {
        var result = Render<LdapResult>(parameters => parameters
            .Add(part => part.Source, "保亭").Add(part => part.Report, Report(refused: 0)).Add(part => part.IsWritten, true));

        Assert.Contains("已全部写入", result.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(result.FindAll(".btns .btn"));
    }

    [Fact]
    public void A_run_that_wrote_nothing_says_why()
    {
        var list = Render<LdapRunList>(parameters => parameters.Add(
            part => part.Runs,
            [
                new LdapRunView(LdapRunId.New(), LdapRunKind.Scheduled, LdapRunState.Refused, DateTimeOffset.UnixEpoch, "符海宁")
                {
                    Why = new Refusal(RefusalKind.Conflict, "Ldap.GoneHalfWay", "ldaps://ldap.example:636", 200),
                },
            ]));

        Assert.Contains("连接中断", list.Find("tbody td:last-child").TextContent, StringComparison.Ordinal);
    }

    private static LdapReport Report(int refused)
    {
        var entries = new ImportReport(LdapReport.Shown);
        entries.Add(new RowOutcome(new CsvRow(1, ["cn=林小雨,dc=test"]), ImportFate.Added, "林小雨 lin.xiaoyu", ""));
        for (var number = 0; number < refused; number++)
        {
            entries.Add(new RowOutcome(new CsvRow(2 + number, ["cn=坏账号,dc=test"]), ImportFate.Refused, "坏账号", "")
            {
                Problems = [new ImportProblem(ImportField.Account, new Refusal(RefusalKind.Conflict, "Ldap.AccountElsewhere", "x"))],
            });
        }

        return new LdapReport(entries, [new LdapMissing("王小明", "wang.xiaoming", IsNew: true)], "digest") { HasWork = true };
    }

    private IRenderedComponent<LdapResult> Result(LdapReport report, Action<bool>? write = null) => Render<LdapResult>(parameters => parameters
        .Add(part => part.Source, "保亭").Add(part => part.Report, report).Add(part => part.OnWrite, write ?? (_ => { })));
}
