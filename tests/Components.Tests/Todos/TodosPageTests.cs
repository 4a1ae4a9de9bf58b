using Bunit;
using HaiZhengTong.App.Features.Todos;
using Xunit;

namespace HaiZhengTong.Components.Tests.Todos;

public sealed class TodosPageTests : TodoStage
{
    [Fact]
    public void While_it_loads_the_form_is_there_already()
    {
        Between.Opening = new TaskCompletionSource().Task;

        var page = Render<TodosPage>();

        Assert.Single(page.FindAll("[aria-busy=true]"));
        Assert.NotNull(page.Find(".todo-add input[required]"));
    }

    [Fact]
    public void Nothing_to_do_says_how_to_begin()
    {
        var page = Render<TodosPage>();

        page.WaitForAssertion(() => Assert.Contains("在上面写下要办的事", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal("page", page.FindAll(".seg a")[0].GetAttribute("aria-current"));
    }

    [Fact]
    public void A_database_out_of_reach_is_told_and_a_new_try_offered()
    {
        Between.Break();
        Visit("/todos?filter=done");

        var page = Render<TodosPage>();

        page.WaitForAssertion(() => Assert.Equal("todos?filter=done", page.Find(".failed a").GetAttribute("href")));
    }

    [Fact]
    public async Task Ones_own_stand_there_with_what_is_late_marked_and_nobody_elses()
    {
        await AddAsync(Lin, "报送<b>月报</b>", LongAgo);
        await AddAsync(Lin, "用车申请");
        await AddAsync(Wang, "别人的事");

        var page = Render<TodosPage>();

        page.WaitForAssertion(() => Assert.Equal(["报送<b>月报</b>", "用车申请"], page.FindAll(".todo .what").Select(what => what.TextContent)));
        Assert.Equal("逾期 · 2020 年 1 月 31 日", page.Find(".due.tag.r").TextContent);
        Assert.Equal("2 件未完成 · 1 件已逾期", page.Find(".page-head .sub").TextContent);
        Assert.Equal("false", page.Find("[role=checkbox]").GetAttribute("aria-checked"));
    }

    [Fact]
    public async Task What_is_done_stands_apart_and_can_be_taken_back()
    {
        var done = await AddAsync(Lin, "报送月报");
        await AddAsync(Lin, "用车申请");
        await Host.Get<TickTodo>().HandleAsync(done, true, Lin.Id, Cancel);
        Visit("/todos?filter=done");

        var page = Render<TodosPage>();

        page.WaitForAssertion(() => Assert.Equal("报送月报", Assert.Single(page.FindAll(".todo.done .what")).TextContent));
        var tick = page.Find("[role=checkbox]");
        Assert.Equal(("true", "Pressed.Untick", $"{done}"), (tick.GetAttribute("aria-checked"), tick.GetAttribute("name"), tick.GetAttribute("value")));
    }

    [Fact]
    public async Task One_is_changed_in_its_own_place()
    {
        var report = await AddAsync(Lin, "报送月报", LongAgo);
        await AddAsync(Lin, "用车申请");
        Visit($"/todos?edit={report}");

        var page = Render<TodosPage>();

        page.WaitForAssertion(() => Assert.Contains("报送月报", page.Find("li.editing").InnerHtml, StringComparison.Ordinal));
        Assert.Equal("2020-01-31", page.Find("li.editing input[type=date]").GetAttribute("value"));
        Assert.Single(page.FindAll(".todo"));
    }
}
