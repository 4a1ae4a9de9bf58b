using System.Text;
using HaiZhengTong.EndToEnd.Tests.Kit;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HaiZhengTong.EndToEnd.Tests;

public sealed class ImportTests(Suite suite) : Journey(suite)
{
    private const string Head = "账号,姓名,单位,职务,主职\n";
    private const string Good = "tan.yunfan,覃云帆,海南省/省政府机关/省大数据管理局/卫星遥感处,科员,是\n";

    [Fact]
    public async Task A_file_is_tried_corrected_written_and_the_second_time_writes_nothing()
    {
        var page = await OpenAsync(Demo.UnitAdministrator, "/people");
        await page.MakeUnitAsync(Demo.Office, "卫星遥感处");
        await page.GotoAsync("/admin/import");

        await TryAsync(page, Head + Good + "tan.yuntian,覃云天,海南省/省政府机关/省大数据管理局/没有这个处,科员,是\n");
        await Expect(Count(page, "新增")).ToHaveTextAsync("1 行");
        await Expect(Count(page, "拒绝")).ToHaveTextAsync("1 行");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "没有这个处" })).ToContainTextAsync("没有找到单位");
        await Expect(Write(page)).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "换一个文件" }).ClickAsync();
        await TryAsync(page, Head + Good + "tan.yuntian,覃云天,海南省/省政府机关/省大数据管理局/卫星遥感处,副处长,是\n");
        await Expect(Count(page, "新增")).ToHaveTextAsync("2 行");
        await Write(page).ClickAsync();
        await Expect(page.GetByText("已写入：新增 2 行，更改 0 行，不变 0 行")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "换一个文件" }).ClickAsync();
        await TryAsync(page, Head + Good + "tan.yuntian,覃云天,海南省/省政府机关/省大数据管理局/卫星遥感处,副处长,是\n");
        await Expect(page.GetByText("文件与现有内容完全一致")).ToBeVisibleAsync();
        await Expect(Count(page, "不变")).ToHaveTextAsync("2 行");
        await Expect(Write(page)).ToBeDisabledAsync();

        await page.GotoAsync("/people");
        await page.OpenUnitAsync("卫星遥感处");
        await Expect(page.PersonRow("覃云天")).ToContainTextAsync("副处长");
        await Expect(page.PersonRow("覃云帆")).ToHaveCountAsync(1);
    }

    private static ILocator Write(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "开始导入" });

    private static ILocator Count(IPage page, string fate) =>
        page.Locator(".import-counts > div").Filter(new() { HasText = fate }).GetByRole(AriaRole.Definition);

    private static async Task TryAsync(IPage page, string text)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "选择文件" })).ToBeVisibleAsync();
        await page.GetByText("人员", new() { Exact = true }).First.ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "人员.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "试运行", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "试运行结果" })).ToBeVisibleAsync();
    }
}
