using Bunit;
using HaiZhengTong.App.Features.Admin;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class AdminPageTests : ConsoleStage
{
    [Fact]
    public void It_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<AdminPage>("admin");

    [Fact]
    public void For_a_clerk_there_is_no_console() => AssertIsNotThereFor<AdminPage>(Clerk);

    [Fact]
    public void The_province_sees_every_area_and_its_reach()
    {
        var page = Render<AdminPage>();

        page.WaitForAssertion(() => Assert.Equal(
            ["admin/apps", "people", "admin/people", "admin/grants", "admin/visibility", "admin/audit"], page.FindAll(".admin-card").Select(card => card.GetAttribute("href"))));
        Assert.Equal(["概览", "应用管理", "职责字典", "账号停用", "导入与导出", "目录同步", "人员同步", "授权", "可见性", "审计记录"], page.FindAll(".admin-tabs a").Select(tab => tab.TextContent));
        Assert.Equal(["海南省", "省级管理员", "块：行政区划", "3 个单位"], page.FindAll("tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_unit_administrator_sees_no_applications_and_no_audit()
    {
        SignIn(UnitAdministrator);

        var page = Render<AdminPage>();

        page.WaitForAssertion(() => Assert.Equal(["people", "admin/people", "admin/grants", "admin/visibility"], page.FindAll(".admin-card").Select(card => card.GetAttribute("href"))));
        Assert.Equal(["概览", "账号停用", "导入与导出", "人员同步", "授权", "可见性"], page.FindAll(".admin-tabs a").Select(tab => tab.TextContent));
        Assert.Equal(["文昌市教育局", "单位管理员", "块：行政区划", "1 个单位"], page.FindAll("tbody td").Select(cell => cell.TextContent));
    }
}
