using HaiZhengTong.App.Features.Admin.Grants;
using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>Of a person who is hidden an administrator is told what is told of a person who does not exist.</summary>
public sealed class HiddenPersonTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_password_a_role_and_an_heir_are_refused_as_if_the_person_did_not_exist(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var hidden = await stage.Host.Given.UnitAdministratorAsync(stage.Other, "周玉兰");
        await stage.Host.Given.RoleAsync(hidden, AdminRole.Unit, stage.Bureau);

        var seen = await AskAsync(stage, hidden.Id);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, hidden, stage.Province);
        var unseen = await AskAsync(stage, hidden.Id);

        Assert.Equal(await AskAsync(stage, PersonId.New()), unseen);
        Assert.Equal(["Forbidden Admin.NotYourSubtree", "Conflict Admin.AlreadyGranted", "Forbidden People.NotYourHeir"], seen);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_manages_a_hidden_person_goes_on_to_do_so(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, stage.Clerk, stage.Province);

        var reset = await stage.Get<ResetPassword>().HandleAsync(stage.Clerk.Id, stage.Admin.Id, Now);
        var granted = await stage.Get<GrantRole>().HandleAsync(
            new GrantRoleRequest(stage.Clerk.Id, AdminRole.Auditor, stage.Bureau.Id), stage.Admin.Id, Now);

        Assert.Equal((null, null), (reset.Refusal, granted.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task Which_tags_a_hidden_person_carries_is_not_told(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var far = await stage.Host.Given.PersonAsync("周玉兰", stage.Other);
        var tag = (await stage.Get<MakeTag>().HandleAsync(new MakeTagRequest("项目组", null), stage.Clerk.Id, Now)).Value;
        await stage.Get<PutTag>().HandleAsync(new PutTagRequest(tag, far.Id, IsOn: true), stage.Clerk.Id, Now);

        var before = await stage.Get<ListTags>().HandleAsync(far.Id, stage.Clerk.Id, Now);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, far, stage.Province);
        var after = await stage.Get<ListTags>().HandleAsync(far.Id, stage.Clerk.Id, Now);

        Assert.Equal((true, false), (Assert.Single(before).IsOn, Assert.Single(after).IsOn));
    }

    private static async Task<IReadOnlyList<string>> AskAsync(PostsStage stage, PersonId person)
    {
        var reset = await stage.Get<ResetPassword>().HandleAsync(person, stage.Admin.Id, Now);
        var granted = await stage.Get<GrantRole>().HandleAsync(new GrantRoleRequest(person, AdminRole.Unit, stage.Bureau.Id), stage.Admin.Id, Now);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0].Id.Value;
        var left = await stage.Get<LeavePerson>().HandleAsync(
            new LeavePersonRequest(stage.Clerk.Id, null, 0) { HandOver = [new(HandOverKind.Post, post, person)] }, stage.Admin.Id, Now);
        return [.. new[] { reset.Refusal, granted.Refusal, left.Refusal }.Select(refusal => $"{refusal?.Kind} {refusal?.TextKey}")];
    }
}
