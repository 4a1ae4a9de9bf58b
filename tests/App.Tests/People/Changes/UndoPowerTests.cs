using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Changes;

/// <summary>Taking something back is an act like any other: it gives nobody more power than the one who does it has.</summary>
public sealed class UndoPowerTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task Who_manages_only_the_unit_does_not_bring_back_roles_the_province_took(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var officer = await stage.Host.Given.PersonAsync("陈思远", stage.Bureau);
        await stage.Host.Given.RoleAsync(officer, AdminRole.InformationOfficer, stage.Bureau);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.AuditAdministrator);
        var left = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, null, 0), stage.Province.Id, Now);

        var byOfficer = await stage.Get<UndoChange>().HandleAsync(left.Value, officer.Id, Now);
        var byAdmin = await stage.Get<UndoChange>().HandleAsync(left.Value, stage.Admin.Id, Now);
        var rolesBefore = await RolesAsync(stage, stage.Clerk);
        var byProvince = await stage.Get<UndoChange>().HandleAsync(left.Value, stage.Province.Id, Now);

        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden, null), (byOfficer.Refusal?.Kind, byAdmin.Refusal?.Kind, byProvince.Refusal));
        Assert.Empty(rolesBefore);
        Assert.Equal([AdminRole.AuditAdministrator], await RolesAsync(stage, stage.Clerk));
    }

    [Theory, EveryDatabase]
    public async Task A_role_that_was_given_anew_meanwhile_stands_in_no_ones_way(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var heir = await stage.Host.Given.PersonAsync("陈思远", stage.Bureau);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.Auditor, stage.Bureau);
        var department = await stage.Host.Given.UnitAsync("招生科", stage.Bureau, kind: UnitKind.Department);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        var moved = await stage.Get<TransferPerson>().HandleAsync(
            new TransferPersonRequest(post.Id, department.Id, new PostDetails("科员"), post.Version)
            {
                HandOver = [new(HandOverKind.Role, stage.Bureau.Id.Value, heir.Id)],
            }, stage.Admin.Id, Now);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.Auditor, stage.Bureau);

        var undone = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Admin.Id, Now);

        Assert.Equal((null, null), (moved.Refusal, undone.Refusal));
        Assert.Equal([AdminRole.Auditor], await RolesAsync(stage, stage.Clerk));
        Assert.Empty(await RolesAsync(stage, heir));
    }

    [Theory, EveryDatabase]
    public async Task The_three_duties_do_not_meet_in_one_hand_by_an_undo(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var heir = await stage.Host.Given.PersonAsync("陈思远", stage.Bureau);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.AuditAdministrator);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        var moved = await stage.Get<TransferPerson>().HandleAsync(
            new TransferPersonRequest(post.Id, stage.Other.Id, new PostDetails("科员"), post.Version)
            {
                HandOver = [new(HandOverKind.Role, (await stage.Host.Given.RootAsync()).Value, heir.Id)],
            }, stage.Province.Id, Now);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.SecurityAdministrator);

        var undone = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Province.Id, Now);

        Assert.Equal((null, "Admin.DutiesExclude"), (moved.Refusal, undone.Refusal?.TextKey));
        Assert.Equal([AdminRole.SecurityAdministrator], await RolesAsync(stage, stage.Clerk));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_cancels_what_others_planned_for_oneself_or_for_somebody_of_more_power(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Host.Given.RoleAsync(stage.Clerk, AdminRole.InformationOfficer, stage.Bureau);
        var lastDay = stage.Today.AddDays(3);
        var clerk = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, lastDay, 0), stage.Admin.Id, Now);
        var admin = await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Admin.Id, lastDay, 0), stage.Province.Id, Now);

        var oneself = await stage.Get<CancelPlan>().HandleAsync(clerk.Value, stage.Clerk.Id, Now);
        var superior = await stage.Get<CancelPlan>().HandleAsync(admin.Value, stage.Clerk.Id, Now);
        var own = await stage.Get<CancelPlan>().HandleAsync(admin.Value, stage.Admin.Id, Now);
        var colleague = await stage.Get<CancelPlan>().HandleAsync(clerk.Value, stage.Province.Id, Now);

        Assert.Equal(
            ["People.NotYourOwnPlan", "People.NotYourPerson", "People.NotYourOwnPlan", null],
            [oneself.Refusal?.TextKey, superior.Refusal?.TextKey, own.Refusal?.TextKey, colleague.Refusal?.TextKey]);
    }

    private static async Task<List<AdminRole>> RolesAsync(PostsStage stage, Person person)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        return await kept.AdminGrants.Where(grant => grant.PersonId == person.Id).Select(grant => grant.Role).ToListAsync(Now);
    }
}
