using Bunit;
using HaiZhengTong.App.Features.Admin.Duties;
using HaiZhengTong.App.Features.People.Duties;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class DutyEditorTests : ConsoleStage
{
    [Fact]
    public void It_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<DutiesPage>("admin/duties");

    [Fact]
    public void For_a_unit_administrator_there_is_no_such_page() => AssertIsNotThereFor<DutiesPage>(UnitAdministrator);

    [Fact]
    public async Task A_duty_is_added_and_the_form_is_free_again()
    {
        var editor = await OpenAsync();

        await editor.Field("中文名称").ChangeAsync(new() { Value = "无人机飞手" });
        await editor.Field("英文名称").ChangeAsync(new() { Value = "Drone pilot" });
        await editor.Find("form").SubmitAsync();

        editor.WaitForAssertion(() => Assert.Contains("无人机飞手", editor.Find(".admin-list").TextContent, StringComparison.Ordinal));
        Assert.Equal("", editor.Field("中文名称").GetAttribute("value") ?? "");
        Assert.Empty(editor.Said());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_stays()
    {
        var editor = await OpenAsync();
        var taken = editor.Find(".admin-list b").TextContent;

        await editor.Field("中文名称").ChangeAsync(new() { Value = taken });
        await editor.Find("form").SubmitAsync();

        Assert.Contains(taken, editor.Said(), StringComparison.Ordinal);
        Assert.Equal(taken, editor.Field("中文名称").GetAttribute("value"));
    }

    [Fact]
    public async Task A_duty_is_retired_moved_and_renamed_in_place()
    {
        var editor = await OpenAsync();
        var (first, second) = (Names(editor)[0], Names(editor)[1]);

        await editor.FindAll(".admin-list li")[0].QuerySelectorAll("button")[1].ClickAsync(new());
        editor.WaitForAssertion(() => Assert.Equal([second, first], Names(editor).Take(2)));
        Assert.Contains(first, editor.Find("[aria-live]").TextContent, StringComparison.Ordinal);
        await editor.Button("停用").ClickAsync(new());
        editor.WaitForAssertion(() => Assert.Contains("已停用", editor.Find(".admin-list li").TextContent, StringComparison.Ordinal));
        await editor.Button("改名").ClickAsync(new());
        await editor.Find(".admin-list input").ChangeAsync(new() { Value = "值守" });
        await editor.Button("保存").ClickAsync(new());

        editor.WaitForAssertion(() => Assert.Equal("值守", Names(editor)[0]));
    }

    [Fact]
    public async Task A_duty_renamed_meanwhile_is_told_and_what_was_typed_stays()
    {
        var editor = await OpenAsync();
        await editor.Button("改名").ClickAsync(new());
        await editor.Find(".admin-list input").ChangeAsync(new() { Value = "值守甲" });
        var duty = (await Host.Get<ListDuties>().HandleAsync(Cancel))[0];
        Assert.Null((await Host.Get<RenameDuty>().HandleAsync(new RenameDutyRequest(duty.Code, "值守乙", "Watch", duty.Version), Province.Id, Cancel)).Refusal);

        await editor.Button("保存").ClickAsync(new());

        Assert.NotEmpty(editor.Said());
        Assert.Equal("值守甲", editor.Find(".admin-list input").GetAttribute("value"));
    }

    [Fact]
    public async Task A_database_away_for_a_moment_takes_nothing_of_what_was_typed()
    {
        var editor = await OpenAsync();
        await editor.Field("中文名称").ChangeAsync(new() { Value = "无人机飞手" });

        Between.Break();
        await editor.Find("form").SubmitAsync();

        Assert.Contains("您填写的内容还在", editor.Said(), StringComparison.Ordinal);
        Assert.Equal("无人机飞手", editor.Field("中文名称").GetAttribute("value"));
        Assert.NotEmpty(editor.FindAll(".admin-list li"));
    }

    private async Task<IRenderedComponent<DutyEditor>> OpenAsync()
    {
        foreach (var name in new[] { ("值班", "Duty"), ("调研", "Research") })
        {
            await Host.Get<AddDuty>().HandleAsync(new AddDutyRequest(name.Item1, name.Item2), Province.Id, Cancel);
        }

        var editor = Render<DutyEditor>();
        editor.WaitForElement(".admin-list li");
        return editor;
    }

    private static List<string> Names(IRenderedComponent<DutyEditor> editor) => [.. editor.FindAll(".admin-list b").Select(name => name.TextContent)];
}
