using Bunit;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class UnitTreeTests : DirectoryContext
{
    [Fact]
    public void The_tree_opens_its_only_top_and_counts_heads()
    {
        var tree = OpenTree();

        tree.WaitForAssertion(() => Assert.Equal(["海南省 1", "省大数据管理局 1", "省教育厅 0"], Rows(tree)));
    }

    [Fact]
    public void A_selected_unit_reveals_itself()
    {
        var tree = OpenTree(Department.Id);

        tree.WaitForAssertion(() => Assert.Equal("政务服务处", tree.Find("[aria-selected=true] .t").TextContent));
    }

    [Fact]
    public async Task The_keys_walk_open_and_close()
    {
        var tree = OpenTree();
        tree.WaitForState(() => Rows(tree).Count == 3);

        await KeyAsync(tree, "Home");
        await KeyAsync(tree, "ArrowDown");
        Assert.Equal("省大数据管理局", Active(tree));

        await KeyAsync(tree, "ArrowRight");
        await KeyAsync(tree, "ArrowRight");
        Assert.Equal("政务服务处", Active(tree));

        await KeyAsync(tree, "ArrowLeft");
        await KeyAsync(tree, "ArrowLeft");
        Assert.Equal(("省大数据管理局", 3), (Active(tree), Rows(tree).Count));

        await KeyAsync(tree, "End");
        Assert.Equal("省教育厅", Active(tree));

        await KeyAsync(tree, "ArrowUp");
        await KeyAsync(tree, "Enter");
        Assert.EndsWith($"/people/units/{Office.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_places_and_openness_are_told_to_screen_readers()
    {
        var tree = OpenTree();
        tree.WaitForState(() => Rows(tree).Count == 3);

        await KeyAsync(tree, "Home");

        var office = tree.FindAll("[role=treeitem]")[1];
        Assert.Equal(
            ("2", "1", "2", "false"),
            (office.GetAttribute("aria-level"), office.GetAttribute("aria-posinset"), office.GetAttribute("aria-setsize"), office.GetAttribute("aria-expanded")));
        Assert.Equal(tree.FindAll("[role=treeitem]")[0].Id, tree.Find("[role=tree]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public void An_empty_line_says_so()
    {
        var tree = Render<UnitTree>(parameters => parameters.Add(part => part.Line, Line.Business).Add(part => part.By, Me.Id));

        tree.WaitForAssertion(() => Assert.Contains("这条线上还没有单位", tree.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_offers_to_try_again()
    {
        Between.Break();

        var tree = OpenTree();

        tree.WaitForAssertion(() => Assert.NotNull(tree.Find(".failed button")));
    }

    private IRenderedComponent<UnitTree> OpenTree(UnitId? selected = null) =>
        Render<UnitTree>(parameters => parameters.Add(part => part.Line, Line.Administrative).Add(part => part.By, Me.Id).Add(part => part.Selected, selected));

    private static List<string> Rows(IRenderedComponent<UnitTree> tree) =>
        [.. tree.FindAll("[role=treeitem]").Select(row => $"{row.QuerySelector(".t")!.TextContent} {row.QuerySelector("em")!.TextContent}")];

    private static string? Active(IRenderedComponent<UnitTree> tree) => tree.Find(".tr.active .t").TextContent;

    private static Task KeyAsync(IRenderedComponent<UnitTree> tree, string key) => tree.Find("[role=tree]").KeyDownAsync(key);
}
