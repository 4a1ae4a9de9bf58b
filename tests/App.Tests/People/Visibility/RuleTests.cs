using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

public sealed class RuleTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_rule_is_made_takes_hold_at_once_and_is_gone_when_it_is_removed(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        Assert.False((await SearchAsync(host, scene.Reader)).IsEmpty);

        var id = await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province, "  专案 \n需要  ");
        var hidden = await SearchAsync(host, scene.Reader);
        var rule = Assert.Single((await ListAsync(host, scene.Province)).Rules);
        var removed = await host.Get<RemoveVisibilityRule>().HandleAsync(new RemoveVisibilityRuleRequest(id.Value, rule.Version), scene.Province.Id, Now);

        Assert.True(hidden.IsEmpty);
        Assert.Equal(("专案组", "专案 需要", "符海宁", 1), (rule.TargetName, rule.Reason, rule.MadeBy, rule.People));
        Assert.Null(removed.Refusal);
        Assert.False((await SearchAsync(host, scene.Reader)).IsEmpty);
        Assert.Empty((await ListAsync(host, scene.Province)).Rules);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_exempt_sees_and_the_list_tells_who_that_is(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        AudienceRule[] except = [new(AudienceTermKind.Person) { PersonId = scene.Reader.Id }];

        await AddAsync(host, VisibilityRuleKind.HidePerson, Of(scene.Hidden), scene.Province, except: except);
        var first = Assert.Single((await ListAsync(host, scene.Province)).Rules);
        var seen = await SearchAsync(host, scene.Reader);
        var changed = await host.Get<ChangeVisibilityRule>().HandleAsync(
            new ChangeVisibilityRuleRequest(first.Id, [], "改了", first.Version), scene.Province.Id, Now);
        var second = Assert.Single((await ListAsync(host, scene.Province)).Rules);

        Assert.Equal(["林小雨"], first.Except.Select(term => term.Name));
        Assert.False(seen.IsEmpty);
        Assert.Null(changed.Refusal);
        Assert.Equal(("改了", 0), (second.Reason, second.Except.Count));
        Assert.True((await SearchAsync(host, scene.Reader)).IsEmpty);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Empty(await kept.Audiences.ToListAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_was_slower_is_shown_what_the_other_one_wrote_and_nothing_is_lost(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var other = await host.Given.PersonAsync("王浩然", scene.Office);
        await host.Given.RoleAsync(other, AdminRole.SecurityAdministrator);
        var id = (await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province)).Value;
        var version = Assert.Single((await ListAsync(host, other)).Rules).Version;

        var fast = await host.Get<ChangeVisibilityRule>().HandleAsync(new ChangeVisibilityRuleRequest(id, [], "先到", version), other.Id, Now);
        var slow = await host.Get<ChangeVisibilityRule>().HandleAsync(new ChangeVisibilityRuleRequest(id, [], "后到", version), scene.Province.Id, Now);
        var gone = await host.Get<RemoveVisibilityRule>().HandleAsync(new RemoveVisibilityRuleRequest(id, version), scene.Province.Id, Now);

        Assert.Null(fast.Refusal);
        Assert.All(new[] { slow.Refusal!, gone.Refusal! }, refusal => Assert.Equal(
            (RefusalKind.Conflict, "王浩然", "先到"), (refusal.Kind, refusal.Arguments[0], refusal.Arguments[1])));
        Assert.Equal("先到", Assert.Single((await ListAsync(host, other)).Rules).Reason);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_administrator_rules_over_the_own_subtree_of_either_line_and_no_further(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var guided = await host.Given.UnitAsync("三亚市财政局", guidedBy: scene.Office);
        var theirs = await host.Given.PersonAsync("欧阳雅琪", guided);
        var admin = await host.Given.PersonAsync("吴清源", scene.Office);
        await host.Given.RoleAsync(admin, AdminRole.Unit, scene.Office, Line.Business);

        var below = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(guided), admin);
        var person = await AddAsync(host, VisibilityRuleKind.HidePerson, Of(theirs), admin);
        var beside = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Secret), admin);
        var stranger = await AddAsync(host, VisibilityRuleKind.HidePerson, Of(scene.Hidden), admin);
        var clerk = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(guided), scene.Reader);
        await AddAsync(host, VisibilityRuleKind.ShieldLeaders, Of(scene.Secret), scene.Province);

        Assert.Null(below.Refusal);
        Assert.Null(person.Refusal);
        Assert.All(new[] { beside, stranger, clerk }, refused => Assert.Equal(
            (RefusalKind.Forbidden, "Visibility.NotYours"), (refused.Refusal!.Kind, refused.Refusal.TextKey)));
        Assert.Equal([person.Value, below.Value], (await ListAsync(host, admin)).Rules.Select(rule => rule.Id));
        Assert.Equal(3, (await ListAsync(host, scene.Province)).Rules.Count);
        Assert.Equal(RefusalKind.NotFound, (await host.Get<ListVisibilityRules>().HandleAsync(new(), scene.Reader.Id, Now)).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task What_one_does_not_see_is_answered_like_what_is_not_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var admin = await host.Given.UnitAdministratorAsync(scene.Office);
        var id = (await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province)).Value;
        AudienceRule[] names = [new(AudienceTermKind.Subtree) { UnitId = scene.Secret.Id }];
        AudienceRule[] invents = [new(AudienceTermKind.Subtree) { UnitId = UnitId.New() }];

        var unit = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Secret), admin);
        var person = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Hidden), admin);
        var noPerson = await AddAsync(host, VisibilityRuleKind.HideMobile, new VisibilityTarget(null, PersonId.New()), admin);
        var excepting = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Office), admin, except: names);
        var inventing = await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Office), admin, except: invents);
        var change = await host.Get<ChangeVisibilityRule>().HandleAsync(new ChangeVisibilityRuleRequest(id, [], "试", 1), admin.Id, Now);
        var none = await host.Get<ChangeVisibilityRule>().HandleAsync(new ChangeVisibilityRuleRequest(VisibilityRuleId.New(), [], "试", 1), admin.Id, Now);

        Assert.Equal("People.NoSuchUnit", unit.Refusal?.TextKey);
        Assert.Equal(noPerson.Refusal, person.Refusal);
        Assert.Equal(inventing.Refusal, excepting.Refusal);
        Assert.Equal((RefusalKind.NotFound, none.Refusal?.TextKey), (change.Refusal!.Kind, change.Refusal.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task A_rule_that_makes_no_sense_is_refused(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var root = new VisibilityTarget(await host.Given.RootAsync(), null);
        await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province);

        var refusals = new[]
        {
            await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Hidden), scene.Province),
            await AddAsync(host, VisibilityRuleKind.HidePerson, Of(scene.Office), scene.Province),
            await AddAsync(host, VisibilityRuleKind.HideMobile, new VisibilityTarget(null, null), scene.Province),
            await AddAsync(host, (VisibilityRuleKind)9, Of(scene.Office), scene.Province),
            await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Office), scene.Province, " \n "),
            await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Office), scene.Province, new string('字', 201)),
            await AddAsync(host, VisibilityRuleKind.HideUnit, root, scene.Province),
            await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province),
            await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Secret), scene.Province, except: [new(AudienceTermKind.Everyone)]),
        };

        Assert.Equal(
            ["NeedsTarget", "NeedsTarget", "NeedsTarget", "NeedsTarget", "ReasonLength", "ReasonLength", "NotTheRoot", "RuleStands", "ExceptEveryone"],
            refusals.Select(refused => refused.Refusal?.TextKey.Replace("Visibility.", "", StringComparison.Ordinal)));
        Assert.Single((await ListAsync(host, scene.Province)).Rules);
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_send_makes_one_rule(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var request = new AddVisibilityRuleRequest(VisibilityRuleId.New(), VisibilityRuleKind.HideUnit, Of(scene.Secret), [], "专案");

        var first = await host.Get<AddVisibilityRule>().HandleAsync(request, scene.Province.Id, Now);
        var again = await host.Get<AddVisibilityRule>().HandleAsync(request, scene.Province.Id, Now);

        Assert.Equal(first.Value, again.Value);
        Assert.Single((await ListAsync(host, scene.Province)).Rules);
    }

    [Theory, EveryDatabase]
    public async Task Every_act_and_every_refusal_is_in_the_audit_with_what_was_before(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await AddAsync(host, VisibilityRuleKind.HideMobile, Of(scene.Secret), scene.Reader);
        var id = (await AddAsync(host, VisibilityRuleKind.HideUnit, Of(scene.Secret), scene.Province, "甲")).Value;
        var version = Assert.Single((await ListAsync(host, scene.Province)).Rules).Version;
        AudienceRule[] except = [new(AudienceTermKind.Person) { PersonId = scene.Reader.Id }];
        await host.Get<ChangeVisibilityRule>().HandleAsync(new ChangeVisibilityRuleRequest(id, except, "乙", version), scene.Province.Id, Now);
        await host.Get<RemoveVisibilityRule>().HandleAsync(new RemoveVisibilityRuleRequest(id, version + 1), scene.Province.Id, Now);

        await using var kept = await host.OpenDatabaseAsync();
        var entries = await kept.AuditEntries.Where(entry => entry.Action.StartsWith("visibility.")).OrderBy(entry => entry.Seq).ToListAsync(Now);

        Assert.All(entries, entry => Assert.Equal(($"unit:{scene.Secret.Id}", (UnitId?)scene.Secret.Id), (entry.Subject, entry.UnitId)));
        Assert.Equal(
            [("visibility.add", AuditResult.Refused), ("visibility.add", AuditResult.Done), ("visibility.change", AuditResult.Done), ("visibility.remove", AuditResult.Done)],
            entries.Select(entry => (entry.Action, entry.Result)));
        Assert.Equal(
            """{"kind":"HideUnit","before":{"reason":"甲","except":[]},"after":{"reason":"乙","except":["+ Person 林小雨"]}}""", entries[2].Detail);
        Assert.Contains("乙", entries[3].Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_rule_tells_how_many_people_it_is_about(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var inner = await host.Given.UnitAsync("专案一处", scene.Secret, kind: UnitKind.Department);
        var both = await host.Given.PersonAsync("单立人", inner, "组长");
        await host.Given.PostAsync(both, scene.Office, "处长");
        await host.Given.PostAsync(scene.Hidden, scene.Secret, "局长", "leader");
        await host.Given.PostAsync(scene.Hidden, inner, "处长", "leader");

        foreach (var kind in new[] { VisibilityRuleKind.HideUnit, VisibilityRuleKind.HideMobile, VisibilityRuleKind.ShieldLeaders })
        {
            await AddAsync(host, kind, Of(scene.Secret), scene.Province);
        }

        await AddAsync(host, VisibilityRuleKind.HidePerson, Of(both), scene.Province);

        Assert.Equal([1, 1, 2, 1], (await ListAsync(host, scene.Province)).Rules.Select(rule => rule.People));
    }

    private static VisibilityTarget Of(Unit unit) => new(unit.Id, null);

    private static VisibilityTarget Of(Person person) => new(null, person.Id);

    private static Task<SearchHits> SearchAsync(TestHost host, Person by) =>
        host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("单婉清", by.Id), Now);

    private static async Task<VisibilityRuleList> ListAsync(TestHost host, Person by) =>
        (await host.Get<ListVisibilityRules>().HandleAsync(new ListVisibilityRulesRequest(), by.Id, Now)).Value;

    private static Task<Result<VisibilityRuleId>> AddAsync(
        TestHost host, VisibilityRuleKind kind, VisibilityTarget target, Person by, string reason = "专案需要", AudienceRule[]? except = null) =>
        host.Get<AddVisibilityRule>().HandleAsync(
            new AddVisibilityRuleRequest(VisibilityRuleId.New(), kind, target, except ?? [], reason), by.Id, Now);

    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var office = await host.Given.UnitAsync("省财政厅");
        var secret = await host.Given.UnitAsync("专案组");
        return new Scene(
            office,
            secret,
            await host.Given.PersonAsync("林小雨", office),
            await host.Given.PersonAsync("单婉清", secret),
            await host.Given.ProvinceAdministratorAsync());
    }

    private sealed record Scene(Unit Office, Unit Secret, Person Reader, Person Hidden, Person Province);
}
