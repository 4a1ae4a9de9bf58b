using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

public sealed class WhyTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Why_is_answered_with_the_reason_and_whoever_may_change_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.HideMobile, scene.Bureau, scene.Leader);
        await host.RuleAsync(VisibilityRuleKind.ShieldLeaders, scene.Leader, scene.Leader);

        var mobile = (await WhyAsync(host, scene, KeptBack.Mobile)).Value;
        var contact = (await WhyAsync(host, scene, KeptBack.Contact)).Value;

        Assert.Equal(("单婉清", "专案需要"), (mobile.Name, mobile.Reason));
        Assert.Equal([("吴清源", AdminRole.Unit), ("符海宁", AdminRole.Province)], mobile.Administrators.Select(one => (one.Name, one.Role)));
        Assert.Equal(mobile.Administrators, contact.Administrators);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_whom_the_asker_does_not_see_is_not_named(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.HideMobile, scene.Bureau, scene.Leader);
        await host.RuleAsync(VisibilityRuleKind.HidePerson, scene.Administrator, scene.Leader);

        var why = (await WhyAsync(host, scene, KeptBack.Mobile)).Value;

        Assert.Equal(["符海宁"], why.Administrators.Select(one => one.Name));
    }

    [Theory, EveryDatabase]
    public async Task There_is_no_why_for_what_is_hidden_altogether_nor_where_nothing_is_kept_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var open = await WhyAsync(host, scene, KeptBack.Mobile);
        await host.RuleAsync(VisibilityRuleKind.HideMobile, scene.Leader, scene.Leader);
        await host.RuleAsync(VisibilityRuleKind.HidePerson, scene.Leader, scene.Leader);

        var hidden = await WhyAsync(host, scene, KeptBack.Mobile);
        var nobody = await host.Get<AskWhy>().HandleAsync(PersonId.New(), KeptBack.Mobile, scene.Stranger.Id, Now);

        Assert.Equal("Visibility.NothingKeptBack", open.Refusal?.TextKey);
        Assert.Equal((RefusalKind.NotFound, "People.NoSuchPerson"), (hidden.Refusal!.Kind, hidden.Refusal.TextKey));
        Assert.Equal(nobody.Refusal, hidden.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task It_is_explained_what_somebody_sees_by_which_rule_and_who_may_change_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.HideMobile, scene.Bureau, scene.Leader);

        var far = (await ExplainAsync(host, scene.Stranger, scene.Leader, scene.Administrator)).Value;
        var self = (await ExplainAsync(host, scene.Leader, scene.Leader, scene.Administrator)).Value;
        var above = (await ExplainAsync(host, scene.Province, scene.Leader, scene.Province)).Value;
        var near = (await ExplainAsync(host, scene.Colleague, scene.Leader, scene.Province)).Value;

        Assert.Equal(("林小雨", "单婉清"), (far.Reader, far.Target));
        Assert.Equal(
            [(SightFacet.Seeing, true, SightCause.NoRule), (SightFacet.Mobile, false, SightCause.Rule), (SightFacet.Contact, true, SightCause.NoRule)],
            far.Verdicts.Select(verdict => (verdict.Facet, verdict.IsOpen, verdict.Cause)));
        var decided = Assert.Single(far.Verdicts[1].Rules);
        Assert.Equal(("省大数据管理局", "专案需要"), (decided.Rule.TargetName, decided.Rule.Reason));
        Assert.Equal(["吴清源", "符海宁"], decided.Administrators.Select(one => one.Name));
        Assert.Equal((true, SightCause.Oneself), (self.Verdicts[1].IsOpen, self.Verdicts[1].Cause));
        Assert.Equal((true, SightCause.Province), (above.Verdicts[1].IsOpen, above.Verdicts[1].Cause));
        Assert.True(near.Verdicts[1].IsOpen);
        Assert.Contains(near.Verdicts[1].Cause, new[] { SightCause.Exempt, SightCause.OtherPost });
    }

    [Theory, EveryDatabase]
    public async Task What_is_hidden_altogether_is_explained_to_administrators_only(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.Get<AddVisibilityRule>().HandleAsync(
            new AddVisibilityRuleRequest(
                VisibilityRuleId.New(),
                VisibilityRuleKind.HideUnit,
                new VisibilityTarget(scene.Bureau.Id, null),
                [new AudienceRule(AudienceTermKind.Person) { PersonId = scene.Excepted.Id }],
                "专案需要"),
            scene.Province.Id,
            Now);

        var person = (await ExplainAsync(host, scene.Stranger, scene.Leader, scene.Administrator)).Value;
        var unit = (await ExplainAsync(host, scene.Stranger, scene.Bureau, scene.Administrator)).Value;
        var excepted = (await ExplainAsync(host, scene.Excepted, scene.Bureau, scene.Province)).Value;
        var asked = await ExplainAsync(host, scene.Excepted, scene.Leader, scene.Stranger);
        var seen = await ExplainAsync(host, scene.Stranger, scene.Excepted, scene.Administrator);

        Assert.Equal((false, SightCause.Rule), (Assert.Single(person.Verdicts).IsOpen, person.Verdicts[0].Cause));
        Assert.Equal((false, SightCause.Rule), (Assert.Single(unit.Verdicts).IsOpen, unit.Verdicts[0].Cause));
        Assert.Equal((true, SightCause.Exempt), (excepted.Verdicts[0].IsOpen, excepted.Verdicts[0].Cause));
        Assert.Equal(RefusalKind.NotFound, asked.Refusal?.Kind);
        Assert.Equal(RefusalKind.Forbidden, seen.Refusal?.Kind);
    }

    private static Task<Result<WhyAnswer>> WhyAsync(TestHost host, Scene scene, KeptBack what) =>
        host.Get<AskWhy>().HandleAsync(scene.Leader.Id, what, scene.Stranger.Id, Now);

    private static Task<Result<SightExplanation>> ExplainAsync(TestHost host, Person reader, Person target, Person by) =>
        host.Get<ExplainSight>().HandleAsync(new ExplainSightRequest(reader.Id, new VisibilityTarget(null, target.Id)), by.Id, Now);

    private static Task<Result<SightExplanation>> ExplainAsync(TestHost host, Person reader, Unit target, Person by) =>
        host.Get<ExplainSight>().HandleAsync(new ExplainSightRequest(reader.Id, new VisibilityTarget(target.Id, null)), by.Id, Now);

    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var bureau = await host.Given.UnitAsync("省大数据管理局");
        var finance = await host.Given.UnitAsync("省财政厅");
        var leader = await host.Given.PersonAsync("单婉清", bureau, "局长", "13812342077");
        return new Scene(
            bureau,
            leader,
            await host.Given.PersonAsync("周玉兰", bureau),
            await host.Given.PersonAsync("林小雨", finance),
            await host.Given.PersonAsync("欧阳雅琪", finance),
            await host.Given.UnitAdministratorAsync(bureau),
            await host.Given.ProvinceAdministratorAsync());
    }

    private sealed record Scene(
        Unit Bureau, Person Leader, Person Colleague, Person Stranger, Person Excepted, Person Administrator, Person Province);
}
