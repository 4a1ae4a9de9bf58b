using System.Diagnostics;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

/// <summary>The province's administrator gives roles; those who hold them may do so much and no more.</summary>
public sealed class GrantTests(Suite suite) : Journey(suite)
{
    private const string Department = "省应急管理厅";

    [Fact]
    public async Task A_role_shows_at_once_reaches_the_subtree_only_and_is_taken_away_again()
    {
        var province = await OpenAsync(Demo.ProvinceAdministrator, "/people");
        await province.MakeUnitAsync(Department, "海上搜救处");
        var password = await province.AddPersonAsync("韦一鸣", "wei.yiming");
        var unit = new Uri(province.Url).AbsolutePath;
        var wei = await OpenAnonymousAsync();
        await wei.SignInFirstAsync("wei.yiming", password, "/people");
        await Expect(Administration(wei)).ToHaveCountAsync(0);

        await GrantAsync(province, unit, "韦一鸣", "单位管理员");
        await ShowsAsync(wei, "/people", there: true);
        await wei.GotoAsync(unit);
        await wei.AddPersonAsync("韦二鸣", "wei.erming");
        await wei.OpenUnitAsync(Department);
        await Expect(wei.GetByLabel("管理本单位")).ToHaveCountAsync(0);
        await wei.GotoAsync("/admin/apps");
        await Expect(wei.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("没有找到");

        await province.GetByRole(AriaRole.Row).Filter(new() { HasText = "韦一鸣" }).GetByRole(AriaRole.Button, new() { Name = "收回…" }).ClickAsync();
        await province.Opened().GetByRole(AriaRole.Button, new() { Name = "收回", Exact = true }).ClickAsync();
        await Expect(province.GetByRole(AriaRole.Row).Filter(new() { HasText = "韦一鸣" })).ToHaveCountAsync(0);
        await ShowsAsync(wei, unit, there: false);
        await Expect(wei.PersonRow("韦二鸣")).ToBeVisibleAsync();
        await Expect(wei.GetByLabel("管理本单位")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_auditor_reads_and_exports_the_subtrees_audit_and_changes_nothing()
    {
        var province = await OpenAsync(Demo.ProvinceAdministrator, "/people");
        await province.MakeUnitAsync(Department, "航标管理处");
        var password = await province.AddPersonAsync("岑若水", "cen.ruoshui");
        var unit = new Uri(province.Url).AbsolutePath;
        await GrantAsync(province, unit, "岑若水", "审计员");
        var auditor = await OpenAnonymousAsync();
        await auditor.SignInFirstAsync("cen.ruoshui", password, "/admin/audit");

        var rows = auditor.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row);
        await Expect(rows.Filter(new() { HasText = "添加人员" })).ToContainTextAsync("岑若水");
        await Expect(rows.Filter(new() { HasText = "添加人员" })).ToHaveCountAsync(1);
        await auditor.Locator("select[name=area]").SelectOptionAsync("授予角色");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(rows.Filter(new() { HasText = "授予角色" })).ToHaveCountAsync(1);
        await Expect(rows.Filter(new() { HasText = "添加人员" })).ToHaveCountAsync(0);
        var file = await auditor.RunAndWaitForDownloadAsync(() => auditor.GetByRole(AriaRole.Link, new() { Name = "导出 CSV" }).ClickAsync());
        await using (var content = await file.CreateReadStreamAsync())
        using (var reader = new StreamReader(content))
        {
            Assert.Contains("授予角色", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await auditor.GotoAsync(unit);
        await Expect(auditor.PersonRow("岑若水")).ToBeVisibleAsync();
        await Expect(auditor.GetByLabel("管理本单位")).ToHaveCountAsync(0);
        foreach (var path in new[] { "/admin/people", "/admin/import", "/admin/duties" })
        {
            await auditor.GotoAsync(path);
            await Expect(auditor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("没有找到");
        }
    }

    private static ILocator Administration(IPage page) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "管理" });

    // The rail is drawn with the page, from an answer that may be two seconds old.
    private static async Task ShowsAsync(IPage page, string path, bool there)
    {
        var begun = Stopwatch.StartNew();
        do
        {
            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(40), $"The rail still {(there ? "lacks" : "shows")} the administration.");
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" })).ToBeVisibleAsync();
        }
        while (await Administration(page).CountAsync() != (there ? 1 : 0));
    }

    private static async Task GrantAsync(IPage province, string unit, string person, string role)
    {
        await province.GotoAsync("/admin/grants?unit=" + unit.Split('/')[3]);
        await province.GetByRole(AriaRole.Button, new() { Name = "授予角色" }).ClickAsync();
        await province.PickPersonAsync(person);
        await province.Opened().GetByLabel("角色").SelectOptionAsync(new SelectOptionValue { Label = role });
        await province.Opened().GetByRole(AriaRole.Button, new() { Name = "授予", Exact = true }).ClickAsync();
        await Expect(province.Opened()).ToBeHiddenAsync();
        await Expect(province.GetByRole(AriaRole.Row).Filter(new() { HasText = person })).ToContainTextAsync(role);
    }
}
