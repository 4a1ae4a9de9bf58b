using Bunit;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class LeaveAndReturnTests : ManagingContext
{
    [Fact]
    public async Task A_person_leaves_at_once()
    {
        var dialog = await AboutClerkAsync<LeaveDialog>();
        Assert.Contains("一天内可撤回", dialog.Find(".note.w").TextContent, StringComparison.Ordinal);

        await dialog.Field("原因").ChangeAsync(new() { Value = "调出系统" });
        await dialog.Find("form").SubmitAsync();

        Assert.Equal((true, PersonStatus.Left), (Closed, (await ReadAsync(Clerk)).Status));
        Assert.Empty(await PostsAsync(Clerk));
    }

    [Fact]
    public async Task A_last_day_to_come_makes_a_plan_and_is_shown_the_next_time()
    {
        var lastDay = Today.AddDays(9);
        var dialog = await AboutClerkAsync<LeaveDialog>();
        await dialog.Field("最后工作日").ChangeAsync(new() { Value = lastDay.ToString("yyyy-MM-dd", null) });
        await dialog.Find("form").SubmitAsync();

        var again = await AboutClerkAsync<LeaveDialog>();
        await again.Find("form").SubmitAsync();

        Assert.Equal((PersonStatus.Active, lastDay), ((await ReadAsync(Clerk)).Status, (await ReadAsync(Clerk)).LeavesOn));
        Assert.Equal(2, again.FindAll(".note.w").Count);
        Assert.NotEmpty(again.Said());
    }

    [Fact]
    public async Task A_person_changed_meanwhile_stays_and_the_reason_that_was_typed_too()
    {
        var dialog = await AboutClerkAsync<LeaveDialog>();
        await dialog.Field("原因").ChangeAsync(new() { Value = "退休" });
        var edit = await AboutClerkAsync<EditPersonDialog>();
        await edit.Field("姓名").ChangeAsync(new() { Value = "林晓雨" });
        await edit.Find("form").SubmitAsync();

        await dialog.Find("form").SubmitAsync();

        Assert.Contains("林晓雨", dialog.Said(), StringComparison.Ordinal);
        Assert.Equal("退休", dialog.Field("原因").GetAttribute("value"));
        Assert.Equal(PersonStatus.Active, (await ReadAsync(Clerk)).Status);
    }

    [Fact]
    public async Task Whoever_had_left_comes_back_with_a_post()
    {
        await LeaveAsync(Clerk);
        var dialog = await AboutUnitAsync<ReturnPersonDialog>();
        dialog.WaitForElement(".choice label");
        Assert.True(dialog.Button("返岗").HasAttribute("disabled"));

        await dialog.Find(".choice input").ChangeAsync(new() { Value = "on" });
        await dialog.Field("职务").ChangeAsync(new() { Value = "二级主任科员" });
        await dialog.Find("form").SubmitAsync();

        Assert.Equal((true, PersonStatus.Active, "二级主任科员"), (Closed, (await ReadAsync(Clerk)).Status, Assert.Single(await PostsAsync(Clerk)).Title));
    }

    [Fact]
    public async Task Two_who_bring_the_same_person_back_hear_of_each_other()
    {
        await LeaveAsync(Clerk);
        var first = await AboutUnitAsync<ReturnPersonDialog>();
        var second = await AboutUnitAsync<ReturnPersonDialog>();
        foreach (var dialog in new[] { first, second })
        {
            dialog.WaitForElement(".choice input");
            await dialog.Find(".choice input").ChangeAsync(new() { Value = "on" });
            await dialog.Field("职务").ChangeAsync(new() { Value = dialog == first ? "科长" : "副科长" });
            await dialog.Find("form").SubmitAsync();
        }

        Assert.NotEmpty(second.Said());
        Assert.Equal("副科长", second.Field("职务").GetAttribute("value"));
        Assert.Equal("科长", Assert.Single(await PostsAsync(Clerk)).Title);
    }

    [Fact]
    public async Task Where_nobody_left_it_says_so_and_a_failure_is_no_empty_list()
    {
        var dialog = await AboutUnitAsync<ReturnPersonDialog>();
        dialog.WaitForAssertion(() => Assert.Contains("没有从这里离职的人员", dialog.Find(".empty").TextContent, StringComparison.Ordinal));
        var unit = dialog.Instance.Unit;

        Between.Break();
        var broken = Render<ReturnPersonDialog>(with => with.Add(part => part.Unit, unit).Add(part => part.By, Admin.Id));

        broken.WaitForAssertion(() => Assert.NotEmpty(broken.Said()));
        Assert.Empty(broken.FindAll(".empty, .choice"));
    }
}
