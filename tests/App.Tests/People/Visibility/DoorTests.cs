using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>The doors beside the directory: nowhere else does one learn what it does not tell.</summary>
public sealed class DoorTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_group_knows_its_members_by_name_but_not_where_the_hidden_ones_work(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var group = await host.Given.GroupAsync("联络群", scene.Reader, scene.Hidden, scene.Colleague);
        await host.RuleAsync(VisibilityRuleKind.HideUnit, scene.Secret, scene.Reader);

        var stranger = (await host.Get<ListMembers>().HandleAsync(group.Id, scene.Reader.Id, Now)).Value;
        var card = (await host.Get<ReadConversation>().HandleAsync(group.Id, scene.Reader.Id, Now)).Value.Roster;
        var near = (await host.Get<ListMembers>().HandleAsync(group.Id, scene.Hidden.Id, Now)).Value;

        foreach (var roster in new[] { stranger, card })
        {
            Assert.Equal(
                ("单婉清", "", ""), roster.Find(scene.Hidden.Id) is { } hidden ? (hidden.Name, hidden.UnitName, hidden.Title) : default);
            Assert.Equal("省财政厅", roster.Find(scene.Colleague.Id)?.UnitName);
        }

        Assert.Equal(("专案组", "组员"), (near.Find(scene.Hidden.Id)?.UnitName, near.Find(scene.Hidden.Id)?.Title));
        Assert.Equal(3, stranger.Members.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_roster_without_a_place_still_follows_the_read_marks(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var group = await host.Given.GroupAsync("联络群", scene.Reader, scene.Hidden);
        await host.RuleAsync(VisibilityRuleKind.HidePerson, scene.Hidden, scene.Reader);
        var roster = (await host.Get<ListMembers>().HandleAsync(group.Id, scene.Reader.Id, Now)).Value;
        var sent = (await host.Get<SendMessage>().HandleAsync(
            new SendMessageRequest(group.Id, Guid.CreateVersion7(), "在吗", null), scene.Reader.Id, Now)).Value.Message;
        Assert.Equal((0, 1), roster.ReadersOf(sent));

        await host.Get<MarkRead>().HandleAsync(group.Id, sent.Seq, scene.Hidden.Id, Now);

        Assert.Equal((1, 0), roster.ReadersOf(sent));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_learns_from_a_refusal_that_somebody_or_something_is_hidden(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var admin = await host.Given.UnitAdministratorAsync(scene.Office);
        await host.RuleAsync(VisibilityRuleKind.HideUnit, scene.Secret, scene.Reader);

        foreach (var by in new[] { scene.Reader.Id, admin.Id })
        {
            var hidden = await RefusalsAsync(host, scene.Hidden.Id, scene.Secret.Id, scene.Office.Id, by);
            var nobody = await RefusalsAsync(host, PersonId.New(), UnitId.New(), scene.Office.Id, by);

            Assert.DoesNotContain(null, hidden);
            Assert.Equal(nobody.Select(refusal => (refusal!.Kind, refusal.TextKey)), hidden.Select(refusal => (refusal!.Kind, refusal.TextKey)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Whom_to_turn_to_names_nobody_who_is_hidden_and_no_hidden_unit(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var guided = await host.Given.UnitAsync("三亚市专案组", guidedBy: scene.Secret);
        await host.Given.UnitAdministratorAsync(guided, "周玉兰");
        await host.Given.RoleAsync(scene.Hidden, Domain.Admin.AdminRole.Unit, scene.Secret, Line.Business);

        var before = (await host.Get<ListUnitAdministrators>().HandleAsync(guided.Id, scene.Reader.Id, Now)).Value;
        await host.RuleAsync(VisibilityRuleKind.HideUnit, scene.Secret, scene.Reader);
        var after = (await host.Get<ListUnitAdministrators>().HandleAsync(guided.Id, scene.Reader.Id, Now)).Value;

        Assert.Equal(["单婉清", "周玉兰"], before.Administrators.Select(grant => grant.Name).Order(StringComparer.Ordinal));
        Assert.Equal((1, 0), (after.Administrators.Count, after.More));
        Assert.Equal("周玉兰", after.Administrators[0].Name);
    }

    [Theory, EveryDatabase]
    public async Task A_card_tells_whether_the_person_may_be_written_to(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.ShieldLeaders, scene.Hidden, scene.Reader);

        var far = (await host.Get<ReadPerson>().HandleAsync(scene.Hidden.Id, scene.Reader.Id, Now)).Value;
        var self = (await host.Get<ReadPerson>().HandleAsync(scene.Hidden.Id, scene.Hidden.Id, Now)).Value;

        Assert.Equal((false, true), (far.IsReachable, self.IsReachable));
    }

    private static async Task<IReadOnlyList<Refusal?>> RefusalsAsync(TestHost host, PersonId person, UnitId unit, UnitId office, PersonId by) =>
    [
        (await host.Get<ReadPerson>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<WriteVCard>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<SetStar>().HandleAsync(person, isStarred: true, by, Now)).Refusal,
        (await host.Get<OpenDirectChat>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<ReadDossier>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<ListHandOver>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<ListChanges>().HandleAsync(new ListChangesRequest(person, null), by, Now)).Refusal,
        (await host.Get<DisablePerson>().HandleAsync(person, by, Now)).Refusal,
        (await host.Get<AskWhy>().HandleAsync(person, KeptBack.Contact, by, Now)).Refusal,
        (await host.Get<AddPost>().HandleAsync(
            new AddPostRequest(person, office, new PostDetails("试", null, null, null), ""), by, Now)).Refusal,
        (await host.Get<ListUnitAdministrators>().HandleAsync(unit, by, Now)).Refusal,
        (await host.Get<ListChanges>().HandleAsync(new ListChangesRequest(null, unit), by, Now)).Refusal,
        (await host.Get<ReadUnit>().HandleAsync(unit, by, Now)).Refusal,
    ];

    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var office = await host.Given.UnitAsync("省财政厅");
        var secret = await host.Given.UnitAsync("专案组");
        return new Scene(
            office,
            secret,
            await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省卫健委")),
            await host.Given.PersonAsync("欧阳雅琪", office),
            await host.Given.PersonAsync("单婉清", secret, "组员"));
    }

    private sealed record Scene(Unit Office, Unit Secret, Person Reader, Person Colleague, Person Hidden);
}
