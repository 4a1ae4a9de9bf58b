using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

/// <summary>Acts upon units that wait for their day.</summary>
public sealed class UnitPlansTests
{
    private static CancellationToken Now => UnitsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_new_unit_a_new_name_and_a_move_happen_on_their_day(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var day = stage.Today.AddDays(3);
        await stage.Get<AddUnit>().HandleAsync(
            new AddUnitRequest(stage.County.Id, UnitKind.Office, "体育局") { EffectiveOn = day, Reason = "新设" }, stage.Province.Id, Now);
        await stage.Get<RenameUnit>().HandleAsync(
            new RenameUnitRequest(stage.Culture.Id, "文体局", null, stage.Culture.Version) { EffectiveOn = day }, stage.Province.Id, Now);
        await stage.Get<MoveUnit>().HandleAsync(
            new MoveUnitRequest(stage.Tourism.Id, Line.Business, stage.Culture.Id, stage.Tourism.Version) { EffectiveOn = day }, stage.Province.Id, Now);
        await stage.WaitAsync(2);
        var before = (await stage.ReadAsync(stage.Culture.Id)).Name;
        var waiting = await PlansAsync(stage, stage.County, stage.Province);

        await stage.WaitAsync(1);

        var sports = await stage.FindAsync("体育局");
        Assert.Equal(("文化局", "文体局"), (before, (await stage.ReadAsync(stage.Culture.Id)).Name));
        Assert.Equal((stage.County.Id, stage.Culture.Id), (sports.ParentId, (await stage.ReadAsync(stage.Tourism.Id)).LineParentId));
        var plan = Assert.Single(waiting);
        Assert.Equal(("unit.add", "新设", day, DirectoryChangeState.Planned), (plan.Action, plan.Reason, plan.EffectiveOn, plan.State));
        Assert.Contains(plan.Fields, field => field is { Name: "unitName", After: "体育局" });
        Assert.Equal(sports.Id, Assert.Single(await stage.ChangesAsync(UnitActs.Add)).OtherUnitId);
        Assert.Empty(await PlansAsync(stage, stage.County, stage.Province));
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_planned_merge_stands_at_every_unit_and_happens_as_one(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var sports = await stage.Host.Given.UnitAsync("体育局", stage.County);
        var request = (await stage.MergeOfAsync(stage.Tourism, stage.Culture, sports)) with { EffectiveOn = stage.Today.AddDays(5) };
        var planned = await stage.Get<MergeUnits>().HandleAsync(request, stage.Province.Id, Now);
        var shown = new[]
        {
            (await PlansAsync(stage, stage.Culture, stage.Province)).Count,
            (await PlansAsync(stage, sports, stage.Province)).Count,
            (await PlansAsync(stage, stage.Tourism, stage.Province)).Count,
        };
        await stage.WaitAsync(4);
        Assert.Equal(UnitStatus.Active, (await stage.ReadAsync(stage.Culture.Id)).Status);

        await stage.WaitAsync(1);

        Assert.Equal(1, planned.Value.Posts);
        Assert.Equal([1, 1, 2], shown);
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(stage.Culture.Id)).Status);
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(sports.Id)).Status);
        Assert.All(await stage.ChangesAsync(UnitActs.Merge), change => Assert.Equal(DirectoryChangeState.Done, change.State));
        Assert.Equal(2, (await stage.ChangesAsync(UnitActs.Merge)).Count);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_a_merge_at_one_unit_cancels_it_at_all(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var sports = await stage.Host.Given.UnitAsync("体育局", stage.County);
        var officer = await stage.Host.Given.PersonAsync("林小雨", stage.Culture);
        await stage.Host.Given.RoleAsync(officer, AdminRole.InformationOfficer, stage.Culture);
        var request = (await stage.MergeOfAsync(stage.Tourism, stage.Culture, sports)) with { EffectiveOn = stage.Today.AddDays(5) };
        await stage.Get<MergeUnits>().HandleAsync(request, stage.Province.Id, Now);
        var plan = (await PlansAsync(stage, stage.Culture, stage.Province))[0].Id;

        var stranger = await stage.Get<CancelPlan>().HandleAsync(plan, officer.Id, Now);
        var cancelled = await stage.Get<CancelPlan>().HandleAsync(plan, stage.Admin.Id, Now);
        await stage.WaitAsync(5);

        Assert.Equal((RefusalKind.Forbidden, null), (stranger.Refusal?.Kind, cancelled.Refusal));
        Assert.All(await stage.ChangesAsync(UnitActs.Merge), change => Assert.Equal(DirectoryChangeState.Cancelled, change.State));
        var todo = Assert.Single(await stage.TodosAsync(stage.Province));
        Assert.Equal($"您的计划被 {stage.Admin.Name} 取消：“体育局、文化局”单位合并（2026-11-28）", todo.Title);
        Assert.Equal(UnitStatus.Active, (await stage.ReadAsync(stage.Culture.Id)).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_plan_that_fails_on_its_day_is_told_at_every_unit_with_the_reason(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var sports = await stage.Host.Given.UnitAsync("体育局", stage.County);
        var request = (await stage.MergeOfAsync(stage.Tourism, stage.Culture, sports)) with { EffectiveOn = stage.Today.AddDays(5) };
        await stage.Get<MergeUnits>().HandleAsync(request, stage.Province.Id, Now);
        await stage.Get<MoveUnit>().HandleAsync(
            new MoveUnitRequest(stage.Tourism.Id, Line.Administrative, stage.Culture.Id, stage.Tourism.Version), stage.Province.Id, Now);

        await stage.WaitAsync(5);

        var told = await PlansAsync(stage, sports, stage.Province);
        Assert.Equal((DirectoryChangeState.Failed, "People.MergeIntoBelow"), (told[0].State, told[0].Failure?.TextKey));
        Assert.Equal(2, (await stage.ChangesAsync(UnitActs.Merge)).Count(change => change.State == DirectoryChangeState.Failed));
        var todo = Assert.Single(await stage.TodosAsync(stage.Province));
        Assert.Equal("计划未能执行：“体育局、文化局”单位合并（2026-11-28）。原因：“文化局”不能并入自己的下级“旅游局”。", todo.Title);
        Assert.Equal($"/people/units/{sports.Id}", todo.Link);
        Assert.Equal(UnitStatus.Active, (await stage.ReadAsync(sports.Id)).Status);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_planned_split_passes_over_who_left_and_an_emptied_unit_ends_on_its_day(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Culture);
        var gone = await stage.Host.Given.PersonAsync("陈思远", stage.Culture);
        var post = (await stage.PostsInAsync(stage.Culture.Id)).Where(row => row.PersonId != stage.Admin.Id).Select(row => row.Id).ToList();
        var empty = await stage.Host.Given.UnitAsync("旧局", stage.County);
        var split = new SplitUnitRequest(stage.Culture.Id, [new SplitPart("体育局", null, post, [])], stage.Culture.Version) { EffectiveOn = stage.Today.AddDays(2) };
        await stage.Get<SplitUnit>().HandleAsync(split, stage.Province.Id, Now);
        await stage.Get<DissolveUnit>().HandleAsync(
            new DissolveUnitRequest(empty.Id, null, empty.Version) { EffectiveOn = stage.Today.AddDays(2) }, stage.Province.Id, Now);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(gone.Id, null, 0), stage.Province.Id, Now);

        await stage.WaitAsync(2);

        Assert.Equal(clerk.Id, Assert.Single(await stage.PostsInAsync((await stage.FindAsync("体育局")).Id)).PersonId);
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(empty.Id)).Status);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task What_could_not_be_done_today_is_not_planned(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var inner = await stage.Host.Given.UnitAsync("文化馆", stage.Culture);
        var day = stage.Today.AddDays(5);
        var merge = await stage.MergeOfAsync(inner, stage.Culture);

        string?[] why =
        [
            (await stage.Get<MergeUnits>().HandleAsync(merge with { EffectiveOn = day }, stage.Province.Id, Now)).Refusal?.TextKey,
            (await stage.Get<MoveUnit>().HandleAsync(
                new MoveUnitRequest(stage.Culture.Id, Line.Administrative, inner.Id, stage.Culture.Version) { EffectiveOn = day }, stage.Province.Id, Now)).Refusal?.TextKey,
            (await stage.Get<RenameUnit>().HandleAsync(
                new RenameUnitRequest(stage.Culture.Id, "旅游局", null, stage.Culture.Version) { EffectiveOn = day }, stage.Province.Id, Now)).Refusal?.TextKey,
            (await stage.Get<AddUnit>().HandleAsync(
                new AddUnitRequest(stage.County.Id, UnitKind.Office, "体育局") { EffectiveOn = stage.Today.AddYears(2) }, stage.Province.Id, Now)).Refusal?.TextKey,
        ];

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Equal(["People.MergeIntoBelow", "People.UnderOwnChild", "People.UnitNameTaken", "People.TooFarAhead"], why);
        Assert.False(await kept.DirectoryChanges.AnyAsync(Now));
        Assert.Equal("文化局", (await stage.ReadAsync(stage.Culture.Id)).Name);
    }

    private static async Task<IReadOnlyList<ChangeView>> PlansAsync(UnitsStage stage, Unit unit, Person by) =>
        (await stage.Get<ListChanges>().HandleAsync(new ListChangesRequest(null, unit.Id) { PlansOnly = true }, by.Id, Now)).Value.Changes;
}
