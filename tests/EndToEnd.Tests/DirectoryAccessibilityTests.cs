using Deque.AxeCore.Playwright;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

/// <summary>Every page and dialog of the directory and its administration, in light and in dark.</summary>
public sealed class DirectoryAccessibilityTests(Suite suite) : Journey(suite)
{
    // Minor advice is read by people; what keeps somebody out fails the run.
    private static readonly string[] _grave = ["serious", "critical"];

    [Theory]
    [InlineData("/people/contacts")]
    [InlineData("/admin")]
    [InlineData("/admin/apps")]
    [InlineData("/admin/duties")]
    [InlineData("/admin/people?q=zeng")]
    [InlineData("/admin/import")]
    [InlineData("/admin/scim?q=大数据")]
    [InlineData("/admin/grants")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/audit?check=true")]
    [InlineData("/admin/visibility")]
    [InlineData("/admin/ldap")]
    [InlineData("/people/audience")]
    public async Task A_page_keeps_nobody_out(string path)
    {
        var page = await OpenAsync(Demo.ProvinceAdministrator, path);

        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task A_unit_with_a_card_and_its_tags_keeps_nobody_out()
    {
        var page = await OpenColleagueAsync();
        await page.Card().GetByRole(AriaRole.Button, new() { Name = "编辑标签" }).ClickAsync();
        await page.Card().GetByText("存到手机").ClickAsync();

        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task What_is_found_keeps_nobody_out()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await Expect((await page.SearchAsync("wang")).First).ToBeVisibleAsync();

        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData("新增人员")]
    [InlineData("增加兼职人员")]
    [InlineData("调整人员顺序")]
    [InlineData("离职人员返岗")]
    [InlineData("变更记录")]
    [InlineData("新增下级单位")]
    [InlineData("修改名称")]
    [InlineData("移动到…")]
    [InlineData("业务指导…")]
    [InlineData("合并…")]
    [InlineData("拆分…")]
    [InlineData("撤销…")]
    public async Task A_dialog_of_a_unit_keeps_nobody_out(string what)
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.OpenUnitAsync("政务服务处");
        await page.ManageUnitAsync(what);
        await Expect(page.Opened()).ToBeVisibleAsync();

        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData("职务")]
    [InlineData("修改人员信息")]
    [InlineData("调动…")]
    [InlineData("离职…")]
    [InlineData("变更记录")]
    public async Task A_dialog_of_a_person_keeps_nobody_out(string what)
    {
        var page = await OpenColleagueAsync();
        await page.ManagePersonAsync(Demo.WangName, what);

        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task Giving_a_role_keeps_nobody_out()
    {
        var page = await OpenAsync(Demo.ProvinceAdministrator, "/admin/grants");
        await page.GetByRole(AriaRole.Button, new() { Name = "授予角色" }).ClickAsync();
        await Expect(page.Opened()).ToBeVisibleAsync();

        await AssertAccessibleAsync(page);
    }

    private async Task<IPage> OpenColleagueAsync()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await (await page.SearchAsync("王浩然")).Filter(new() { HasText = Demo.WangName }).First.ClickAsync();
        await Expect(page.Card().GetByRole(AriaRole.Heading, new() { Name = Demo.WangName })).ToBeVisibleAsync();
        return page;
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await page.SettleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => _grave.Contains(violation.Impact))
                .SelectMany(violation => violation.Nodes.Select(node => $"{scheme} {violation.Id}: {node.Html}")));
        }
    }
}
