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
