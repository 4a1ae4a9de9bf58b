using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Changes;

public sealed class PeopleChangesTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_changed_name_is_found_at_once_and_the_old_one_no_more(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        var changed = await ChangeAsync(stage, "曾乐", "zēng yuè", "13900005678");

        var card = await stage.Get<ReadPerson>().HandleAsync(stage.Clerk.Id, stage.Admin.Id, Now);
        Assert.Null(changed.Refusal);
        Assert.Equal(("曾乐", "zēng yuè"), (card.Value.Name, card.Value.Pinyin));
        Assert.Equal(1, await FoundAsync(stage, "zengyue"));
        Assert.Equal(1, await FoundAsync(stage, "5678"));
        Assert.Equal(0, await FoundAsync(stage, "林小雨"));
        var change = Assert.Single(await stage.ChangesAsync());
        Assert.Equal(("person.change", stage.Bureau.Id), (change.Action, change.UnitId));
        Assert.Contains("林小雨", change.Before, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_will_not_do_is_refused_and_nothing_is_written(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        Assert.Equal("People.PersonNameLength", (await ChangeAsync(stage, " ", null, null)).Refusal?.TextKey);
        Assert.Equal("People.ReadingForm", (await ChangeAsync(stage, "林小雨", "lin xiao", null)).Refusal?.TextKey);
        Assert.Equal("People.ReadingForm", (await ChangeAsync(stage, "林小雨", "lin <b> yu", null)).Refusal?.TextKey);
        Assert.Equal("People.MobileForm", (await ChangeAsync(stage, "林小雨", null, "call me")).Refusal?.TextKey);
        var stranger = await stage.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(stage.Clerk.Id, "甲", null, null, 0), stage.OtherAdmin.Id, Now);
        var self = await stage.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(stage.Clerk.Id, "甲", null, null, 0), stage.Clerk.Id, Now);
        var unknown = await stage.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(PersonId.New(), "甲", null, null, 0), stage.Admin.Id, Now);
        var weak = await stage.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(stage.Province.Id, "甲", null, null, 0), stage.Admin.Id, Now);
        Assert.Equal(
            (RefusalKind.Forbidden, RefusalKind.Forbidden, RefusalKind.NotFound, RefusalKind.Forbidden),
            (stranger.Refusal?.Kind, self.Refusal?.Kind, unknown.Refusal?.Kind, weak.Refusal?.Kind));
        Assert.Empty(await stage.ChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_administrators_the_second_is_told_what_the_person_is_now(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        var first = await ChangeAsync(stage, "林晓雨", null, "13900005678");
        var second = await ChangeAsync(stage, "林小宇", null, null);

        Assert.Null(first.Refusal);
        Assert.Equal((RefusalKind.Conflict, "林晓雨"), (second.Refusal?.Kind, second.Refusal?.Arguments[0]));
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_tomorrow_waits_for_its_day_and_needs_no_version_then(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var planned = await stage.Get<ChangePerson>().HandleAsync(
            new ChangePersonRequest(stage.Clerk.Id, "林晓雨", null, null, 0) { EffectiveOn = stage.Today.AddDays(1), Reason = "更名" }, stage.Admin.Id, Now);

        await stage.Get<CarryOutPlans>().HandleAsync(Now);
        var today = (await stage.ReadAsync(stage.Clerk)).Name;
        await ChangeAsync(stage, "林小雨", null, "13900005678");
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        var change = (await stage.ChangesAsync())[0];
        Assert.Equal(("林小雨", "林晓雨"), (today, (await stage.ReadAsync(stage.Clerk)).Name));
        Assert.Equal((planned.Value, DirectoryChangeState.Done, "更名"), (change.Id, change.State, change.Reason));
        Assert.Equal(["change.plan", "person.change", "person.change"], await stage.ActsAsync());
        Assert.Equal(1, await FoundAsync(stage, "林晓雨"));
    }

    [Theory, EveryDatabase]
    public async Task A_plan_that_cannot_be_carried_out_is_kept_with_the_reason(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Get<ChangePerson>().HandleAsync(
            new ChangePersonRequest(stage.Clerk.Id, "林晓雨", null, null, 0) { EffectiveOn = stage.Today.AddDays(1) }, stage.Admin.Id, Now);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Admin.Id, Now);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        var list = await stage.Get<ListChanges>().HandleAsync(new ListChangesRequest(null, stage.Bureau.Id), stage.Admin.Id, Now);
        var failed = list.Value.Changes[^1];
        Assert.Equal((DirectoryChangeState.Failed, "People.NoSuchPerson"), (failed.State, failed.Failure?.TextKey));
        Assert.Equal(("林晓雨", null), (failed.Fields[0].After, failed.Fields[0].Before));
        Assert.Contains("change.fail", await stage.ActsAsync());
        var todo = Assert.Single((await stage.Get<ListTodos>().HandleAsync(new ListTodosRequest(IsDone: false, 10), stage.Admin.Id, Now)).Items);
        Assert.StartsWith("计划未能执行：“林小雨”", todo.Title, StringComparison.Ordinal);
        Assert.Equal($"/people/{stage.Clerk.Id}", todo.Link);
    }

    [Theory, EveryDatabase]
    public async Task A_plan_can_be_cancelled_by_whoever_manages_the_unit(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var planned = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, stage.Today, 0), stage.Admin.Id, Now);

        var stranger = await stage.Get<CancelPlan>().HandleAsync(planned.Value, stage.OtherAdmin.Id, Now);
        var cancelled = await stage.Get<CancelPlan>().HandleAsync(planned.Value, stage.Province.Id, Now);
        var again = await stage.Get<CancelPlan>().HandleAsync(planned.Value, stage.Admin.Id, Now);
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        var person = await stage.ReadAsync(stage.Clerk);
        Assert.Equal((RefusalKind.Forbidden, null, "People.PlanGone"), (stranger.Refusal?.Kind, cancelled.Refusal, again.Refusal?.TextKey));
        Assert.Equal((PersonStatus.Active, null), (person.Status, person.LeavesOn));
        var todo = Assert.Single((await stage.Get<ListTodos>().HandleAsync(new ListTodosRequest(IsDone: false, 10), stage.Admin.Id, Now)).Items);
        Assert.StartsWith($"您的计划被 {stage.Province.Name} 取消：“林小雨”", todo.Title, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotFound, (await stage.Get<CancelPlan>().HandleAsync(DirectoryChangeId.New(), stage.Admin.Id, Now)).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task The_change_list_goes_page_by_page_and_strangers_see_none(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        for (var version = 0; version < ListChanges.PageSize + 1; version++)
        {
            await stage.Get<ChangePerson>().HandleAsync(
                new ChangePersonRequest(stage.Clerk.Id, $"林{version}", null, null, version), stage.Admin.Id, Now);
        }

        var list = stage.Get<ListChanges>();
        var first = (await list.HandleAsync(new ListChangesRequest(stage.Clerk.Id, null), stage.Admin.Id, Now)).Value;
        var second = (await list.HandleAsync(new ListChangesRequest(stage.Clerk.Id, null, first.Changes[^1].Id), stage.Admin.Id, Now)).Value;
        var ofUnit = (await list.HandleAsync(new ListChangesRequest(null, stage.Bureau.Id), stage.Admin.Id, Now)).Value;
        var strangerOfPerson = await list.HandleAsync(new ListChangesRequest(stage.Clerk.Id, null), stage.Clerk.Id, Now);
        var strangerOfUnit = await list.HandleAsync(new ListChangesRequest(null, stage.Bureau.Id), stage.OtherAdmin.Id, Now);

        Assert.Equal((ListChanges.PageSize, true, 1, false), (first.Changes.Count, first.HasMore, second.Changes.Count, second.HasMore));
        Assert.Equal(("林30", "林29", stage.Admin.Name), (first.Changes[0].Fields[0].After, first.Changes[0].Fields[0].Before, first.Changes[0].ByName));
        Assert.Equal(ListChanges.PageSize, ofUnit.Changes.Count);
        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden), (strangerOfPerson.Refusal?.Kind, strangerOfUnit.Refusal?.Kind));
    }

    private static Task<Result<DirectoryChangeId>> ChangeAsync(PostsStage stage, string name, string? reading, string? mobile) =>
        stage.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(stage.Clerk.Id, name, reading, mobile, 0), stage.Admin.Id, Now);

    private static async Task<int> FoundAsync(PostsStage stage, string typed) =>
        (await stage.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, stage.Admin.Id), Now)).People.Count;
}
