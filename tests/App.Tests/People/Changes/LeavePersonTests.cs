using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.App.Tests.People.Visibility;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Changes;

public sealed class LeavePersonTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task Whoever_leaves_has_no_posts_no_roles_no_groups_and_is_found_by_nobody(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var group = await stage.Host.Given.GroupAsync("招生专班", stage.Clerk, stage.Admin);
        await GrantAsync(stage);

        var left = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0) { Reason = "退休" }, stage.Province.Id, Now);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Null(left.Refusal);
        Assert.Equal(PersonStatus.Left, (await stage.ReadAsync(stage.Clerk)).Status);
        Assert.Empty(await stage.PostsOfAsync(stage.Clerk));
        Assert.False(await kept.AdminGrants.AnyAsync(grant => grant.PersonId == stage.Clerk.Id, Now));
        Assert.Equal(
            [(stage.Admin.Id, MemberRole.Owner)],
            (await kept.Members.Where(row => row.ConversationId == group.Id && row.LeftSeq == null).ToListAsync(Now)).Select(row => (row.PersonId, row.Role)));
        Assert.Empty((await stage.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("林小雨", stage.Admin.Id), Now)).People);
        Assert.Equal(RefusalKind.NotFound, (await stage.Get<EnablePerson>().HandleAsync(stage.Clerk.Id, stage.Province.Id, Now)).Refusal?.Kind);
        Assert.Equal(stage.Bureau.Id, (await kept.AuditEntries.SingleAsync(entry => entry.Action == "person.leave", Now)).UnitId);
        Assert.Equal(("person.leave", "退休"), ((await stage.ChangesAsync())[0].Action, (await stage.ChangesAsync())[0].Reason));
    }

    [Theory, EveryDatabase]
    public async Task Roles_go_to_a_colleague_and_never_to_the_one_who_hands_them_over(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var heir = await stage.Host.Given.PersonAsync("陈思远", stage.Bureau);
        await GrantAsync(stage);
        var request = new LeavePersonRequest(stage.Clerk.Id, null, 0);

        var toMyself = await stage.Get<LeavePerson>().HandleAsync(
            request with { HandOver = [new(HandOverKind.Role, stage.Bureau.Id.Value, stage.Admin.Id)] }, stage.Admin.Id, Now);
        var toHeir = await stage.Get<LeavePerson>().HandleAsync(
            request with { HandOver = [new(HandOverKind.Role, stage.Bureau.Id.Value, heir.Id)] }, stage.Admin.Id, Now);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Equal((RefusalKind.Forbidden, null), (toMyself.Refusal?.Kind, toHeir.Refusal));
        Assert.True(await kept.AdminGrants.AnyAsync(grant => grant.PersonId == heir.Id && grant.UnitId == stage.Bureau.Id, Now));
    }

    [Theory, EveryDatabase]
    public async Task A_leave_is_taken_back_within_a_day(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var group = await stage.Host.Given.GroupAsync("招生专班", stage.Clerk, stage.Admin);
        await GrantAsync(stage);
        var left = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Admin.Id, Now);

        var undone = await stage.Get<UndoChange>().HandleAsync(left.Value, stage.Admin.Id, Now);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Null(undone.Refusal);
        Assert.Equal(PersonStatus.Active, (await stage.ReadAsync(stage.Clerk)).Status);
        Assert.Equal(("科员", true), ((await stage.PostsOfAsync(stage.Clerk))[0].Title, (await stage.PostsOfAsync(stage.Clerk))[0].IsMain));
        Assert.True(await kept.AdminGrants.AnyAsync(grant => grant.PersonId == stage.Clerk.Id, Now));
        Assert.Equal(stage.Clerk.Id, await kept.Members
            .Where(row => row.ConversationId == group.Id && row.Role == MemberRole.Owner).Select(row => row.PersonId).SingleAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task A_pending_leave_happens_after_the_last_day(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var lastDay = stage.Today.AddDays(1);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, lastDay, 0), stage.Admin.Id, Now);
        var twice = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 1), stage.Admin.Id, Now);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);
        var onTheDay = await stage.ReadAsync(stage.Clerk);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        var afterwards = await stage.ReadAsync(stage.Clerk);
        Assert.Equal((RefusalKind.Conflict, "People.LeavesAlready"), (twice.Refusal?.Kind, twice.Refusal?.TextKey));
        Assert.Equal((PersonStatus.Active, lastDay), (onTheDay.Status, onTheDay.LeavesOn));
        Assert.Equal((PersonStatus.Left, null), (afterwards.Status, afterwards.LeavesOn));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_had_left_comes_back_with_a_post(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Admin.Id, Now);
        var gone = await stage.Get<ListLeftPeople>().HandleAsync(stage.Bureau.Id, stage.Admin.Id, Now);
        var request = new ReturnPersonRequest(stage.Clerk.Id, stage.Bureau.Id, new PostDetails("二级主任科员"));

        var snatched = await stage.Get<ReturnPerson>().HandleAsync(request with { Unit = stage.Other.Id }, stage.OtherAdmin.Id, Now);
        var back = await stage.Get<ReturnPerson>().HandleAsync(request, stage.Admin.Id, Now);
        var again = await stage.Get<ReturnPerson>().HandleAsync(request, stage.Admin.Id, Now);

        var card = await stage.Get<ReadPerson>().HandleAsync(stage.Clerk.Id, stage.Admin.Id, Now);
        Assert.Equal("林小雨", Assert.Single(gone.Value.People).Name);
        Assert.Equal((RefusalKind.Forbidden, null, "People.HasNotLeft"), (snatched.Refusal?.Kind, back.Refusal, again.Refusal?.TextKey));
        Assert.Equal(("二级主任科员", true), (card.Value.Posts[0].Title, card.Value.Posts[0].IsMain));
        Assert.Empty((await stage.Get<ListLeftPeople>().HandleAsync(stage.Bureau.Id, stage.Admin.Id, Now)).Value.People);
        Assert.Equal(RefusalKind.Forbidden, (await stage.Get<ListLeftPeople>().HandleAsync(stage.Bureau.Id, stage.OtherAdmin.Id, Now)).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_left_and_is_hidden_is_answered_like_nobody(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Admin.Id, Now);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, stage.Clerk, stage.Admin);
        var request = new ReturnPersonRequest(stage.Clerk.Id, stage.Other.Id, new PostDetails("科员"));

        var hidden = await stage.Get<ReturnPerson>().HandleAsync(request, stage.OtherAdmin.Id, Now);
        var nobody = await stage.Get<ReturnPerson>().HandleAsync(request with { Person = PersonId.New() }, stage.OtherAdmin.Id, Now);

        Assert.Equal((RefusalKind.NotFound, "People.HasNotLeft"), (hidden.Refusal?.Kind, hidden.Refusal?.TextKey));
        Assert.Equal((nobody.Refusal?.Kind, nobody.Refusal?.TextKey), (hidden.Refusal?.Kind, hidden.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task A_planned_return_waits_for_its_day(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Admin.Id, Now);
        await stage.Get<ReturnPerson>().HandleAsync(
            new ReturnPersonRequest(stage.Clerk.Id, stage.Bureau.Id, new PostDetails("科长")) { EffectiveOn = stage.Today.AddDays(7) }, stage.Admin.Id, Now);

        var before = await stage.ReadAsync(stage.Clerk);
        stage.Clock.Advance(TimeSpan.FromDays(7));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        Assert.Equal((PersonStatus.Left, PersonStatus.Active), (before.Status, (await stage.ReadAsync(stage.Clerk)).Status));
        Assert.Equal("科长", Assert.Single(await stage.PostsOfAsync(stage.Clerk)).Title);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_leaves_by_a_strangers_hand_or_the_own(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        var stranger = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.OtherAdmin.Id, Now);
        var self = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Admin.Id, null, 0), stage.Admin.Id, Now);
        var stale = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 9), stage.Admin.Id, Now);

        Assert.Equal(
            (RefusalKind.Forbidden, "People.NotYourselfLeave", RefusalKind.Conflict),
            (stranger.Refusal?.Kind, self.Refusal?.TextKey, stale.Refusal?.Kind));
        Assert.Empty(await stage.ChangesAsync());
    }

    private static async Task GrantAsync(PostsStage stage)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        kept.AdminGrants.Add(new AdminGrant { PersonId = stage.Clerk.Id, UnitId = stage.Bureau.Id, Role = AdminRole.Unit, GrantedAt = stage.Clock.GetUtcNow() });
        await kept.SaveChangesAsync(Now);
    }
}
