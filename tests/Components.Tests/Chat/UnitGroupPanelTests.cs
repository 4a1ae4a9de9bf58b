using Bunit;
using HaiZhengTong.App.Features.Chat.UnitGroups;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.Components.Tests.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class UnitGroupPanelTests : DirectoryContext
{
    [Fact]
    public async Task A_head_founds_the_groups_of_the_unit_and_finds_them_there()
    {
        await Host.Given.PostAsync(Me, Office, "局长", "leader");
        var page = Render<UnitGroupPanel>(parameters => parameters.Add(part => part.Unit, Office.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("还没有单位群", page.Find(".empty").TextContent, StringComparison.Ordinal));

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("省大数据管理局", page.Find(".members li").TextContent, StringComparison.Ordinal));
        Assert.StartsWith("/chat/", page.Find(".members a.btn").GetAttribute("href"), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("已有单位群", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        var pane = Render<UnitPane>(parameters => parameters.Add(part => part.Unit, Office.Id).Add(part => part.By, Me.Id));
        pane.WaitForAssertion(() => Assert.NotNull(pane.Find($"a[href='/chat/units/{Office.Id}']")));
    }

    [Fact]
    public async Task A_group_is_dissolved_after_the_question_what_is_lost()
    {
        await Host.Given.PostAsync(Me, Office, "局长", "leader");
        var page = Render<UnitGroupPanel>(parameters => parameters.Add(part => part.Unit, Office.Id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("form")));
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".members li")));

        await page.Find(".members .btn.d").ClickAsync();
        Assert.Contains("1 人都不再看到", page.Find("dialog .dlg-body").TextContent, StringComparison.Ordinal);
        await page.FindAll("dialog .btn.o")[^1].ClickAsync();
        Assert.Single(page.FindAll(".members li"));
        await page.Find(".members .btn.d").ClickAsync();
        await page.Find("dialog .btn.d").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("还没有单位群", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_neither_head_nor_administrator_is_told_so_and_offered_nothing()
    {
        var page = Render<UnitGroupPanel>(parameters => parameters.Add(part => part.Unit, Office.Id.Value));

        page.WaitForAssertion(() => Assert.NotNull(page.Find(".empty")));
        Assert.Empty(page.FindAll("form"));
        var pane = Render<UnitPane>(parameters => parameters.Add(part => part.Unit, Office.Id).Add(part => part.By, Me.Id));
        pane.WaitForAssertion(() => Assert.NotNull(pane.Find("h1")));
        Assert.Empty(pane.FindAll($"a[href='/chat/units/{Office.Id}']"));
    }
}
