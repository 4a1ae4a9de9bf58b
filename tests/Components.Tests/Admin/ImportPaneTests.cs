using Bunit;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Bulk.Parts;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

/// <summary>A file on its way through the page: chosen, given its meaning, tried, written; or refused, cancelled, failed.</summary>
public sealed class ImportPaneTests : ConsoleStage
{
    private const string Headings = "账号,姓名,单位,职务\n";
    private const string Good = Headings + "wang.hao,王浩,海南省/文昌市教育局,科员\n";

    [Fact]
    public void The_page_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<ImportPage>("admin/import");

    [Fact]
    public void For_a_clerk_there_is_no_import() => AssertIsNotThereFor<ImportPage>(Clerk);

    [Fact]
    public void A_file_is_mapped_tried_and_written()
    {
        var pane = Upload(Good);

        pane.WaitForAssertion(() => Assert.Equal("核对列的含义", pane.Find("h2").TextContent));
        Assert.Equal(["Account", "Name", "Unit", "Title"], pane.FindAll("option[selected]").Select(option => option.GetAttribute("value")));

        pane.Find(".btns .btn:not(.t)").Click();
        pane.WaitForAssertion(() => Assert.Equal("试运行结果", pane.Find("h2").TextContent));
        Assert.Equal(["1 行", "0 行", "0 行", "0 行"], pane.FindAll(".import-counts dd").Select(count => count.TextContent));

        pane.Find(".btns .btn:not(.o)").Click();
        pane.WaitForAssertion(() => Assert.Contains("新增 1 行", pane.Find(".note.g").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_without_a_meaning_holds_the_dry_run_back_until_it_has_one()
    {
        var pane = Upload("账号,姓名,单位,级别\nwang.hao,王浩,海南省/文昌市教育局,科员\n");

        pane.WaitForAssertion(() => Assert.Contains("职务", pane.Find(".note.w").TextContent, StringComparison.Ordinal));
        Assert.True(pane.Find(".btns .btn:not(.t)").HasAttribute("disabled"));

        pane.FindAll("select")[3].Change("Title");

        Assert.Empty(pane.FindAll(".note.w"));
        Assert.False(pane.Find(".btns .btn:not(.t)").HasAttribute("disabled"));
    }

    [Fact]
    public void Refused_rows_say_why_hand_out_a_file_and_hold_the_import_back()
    {
        var pane = Tried(Headings + "wang.hao,王浩,海南省/没有这个单位,科员\n");

        pane.WaitForAssertion(() => Assert.Equal("admin/import/errors.csv", pane.Find(".note.r a").GetAttribute("href")));
        Assert.Contains("单位", pane.Find(".import-why").TextContent, StringComparison.Ordinal);
        Assert.True(pane.Find(".btns .btn:not(.o)").HasAttribute("disabled"));
    }

    [Fact]
    public void What_is_under_way_shows_its_progress_and_can_be_cancelled()
    {
        var answer = new TaskCompletionSource();
        var pane = Upload(Good);
        pane.WaitForAssertion(() => Assert.NotEmpty(pane.FindAll("table")));
        Between.Opening = answer.Task;
        pane.Find(".btns .btn:not(.t)").Click();
        pane.WaitForAssertion(() => Assert.Equal("100", pane.Find("progress").GetAttribute("max")));

        pane.Find(".btns .btn.o").Click();
        answer.SetResult();

        pane.WaitForAssertion(() => Assert.Equal("已取消，什么都没有写入。", pane.Find("[role=alert]").TextContent));
        Assert.Equal("核对列的含义", pane.Find("h2").TextContent);
    }

    [Fact]
    public void A_failure_says_that_nothing_was_written_and_lets_one_try_again()
    {
        var pane = Tried(Good);
        pane.WaitForAssertion(() => Assert.NotEmpty(pane.FindAll(".import-counts")));
        Between.Break();

        pane.Find(".btns .btn:not(.o)").Click();

        pane.WaitForAssertion(() => Assert.StartsWith("没有成功", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("试运行结果", pane.Find("h2").TextContent);
    }

    [Fact]
    public void An_empty_file_is_refused_at_once()
    {
        var pane = Upload("");

        pane.WaitForAssertion(() => Assert.Equal("文件里没有内容。", pane.Find("[role=alert]").TextContent));
    }

    private IRenderedComponent<ImportPane> Tried(string text)
    {
        var pane = Upload(text);
        pane.WaitForAssertion(() => Assert.NotEmpty(pane.FindAll("table")));
        pane.Find(".btns .btn:not(.t)").Click();
        return pane;
    }

    private IRenderedComponent<ImportPane> Upload(string text)
    {
        var pane = Render<ImportPane>();
        pane.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "人员.csv"));
        return pane;
    }
}
