using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

public sealed class KeptBackTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_number_that_is_not_public_is_neither_shown_nor_found_and_says_why(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (bureau, leader, colleague, stranger) = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.HideMobile, bureau, leader);

        var card = (await host.Get<ReadPerson>().HandleAsync(leader.Id, stranger.Id, Now)).Value;
        var asked = await host.Get<ShowMobile>().HandleAsync(leader.Id, stranger.Id, Now);
        var rows = await host.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(bureau.Id), stranger.Id, Now);
        var found = await SearchAsync(host, "2077", stranger);
        var near = await host.Get<ShowMobile>().HandleAsync(leader.Id, colleague.Id, Now);

        Assert.Equal((null, true), (card.MaskedMobile, card.HidesMobile));
        Assert.Equal((RefusalKind.Forbidden, "People.MobileHidden", "专案需要"), (asked.Refusal!.Kind, asked.Refusal.TextKey, asked.Refusal.Arguments[0]));
        Assert.All(rows.Rows, row => Assert.Null(row.MaskedMobile));
        Assert.Empty(found.People);
        Assert.Equal("13812342077", near.Value);
        Assert.Equal(leader.Id, Assert.Single((await SearchAsync(host, "2077", colleague)).People).Id);
    }

    [Theory, EveryDatabase]
    public async Task Who_asked_for_a_number_is_written_down(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (_, leader, _, stranger) = await SceneAsync(host);

        await host.Get<ShowMobile>().HandleAsync(leader.Id, stranger.Id, Now);
        await host.Get<ShowMobile>().HandleAsync(leader.Id, leader.Id, Now);

        await using var kept = await host.OpenDatabaseAsync();
        var entry = Assert.Single(await kept.AuditEntries.Where(row => row.Action == "person.show-mobile").ToListAsync(Now));
        Assert.Equal((stranger.Id, $"person:{leader.Id}"), (entry.ActorId!.Value, entry.Subject));
        Assert.DoesNotContain("13812342077", entry.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_shielded_leader_is_seen_but_not_written_to_gathered_or_called(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (bureau, leader, colleague, stranger) = await SceneAsync(host);
        var other = await host.Given.PersonAsync("王浩然", await host.Given.UnitAsync("省卫健委"));
        var group = (await host.Get<FoundGroup>().HandleAsync(new FoundGroupRequest([other.Id], "群"), stranger.Id, Now)).Value;
        var before = (await host.Get<OpenDirectChat>().HandleAsync(leader.Id, stranger.Id, Now)).Value;
        await host.RuleAsync(VisibilityRuleKind.ShieldLeaders, bureau, leader);

        var written = await host.Get<OpenDirectChat>().HandleAsync(leader.Id, other.Id, Now);
        var gathered = await host.Get<FoundGroup>().HandleAsync(new FoundGroupRequest([leader.Id, stranger.Id], "群"), other.Id, Now);
        var added = await host.Get<AddMembers>().HandleAsync(group, [leader.Id], stranger.Id, Now);
        var called = await host.Get<StartMeeting>().HandleAsync(before, stranger.Id, Now);
        var near = await host.Get<OpenDirectChat>().HandleAsync(leader.Id, colleague.Id, Now);
        var deputy = await host.Get<OpenDirectChat>().HandleAsync(colleague.Id, other.Id, Now);

        Assert.All(
            new[] { written.Refusal, gathered.Refusal, added.Refusal, called.Refusal },
            refusal => Assert.Equal((RefusalKind.Forbidden, "People.Shielded", "单婉清", "专案需要"), (refusal!.Kind, refusal.TextKey, refusal.Arguments[0], refusal.Arguments[1])));
        Assert.Equal(before, (await host.Get<OpenDirectChat>().HandleAsync(leader.Id, stranger.Id, Now)).Value);
        Assert.Null(near.Refusal);
        Assert.Null(deputy.Refusal);
        Assert.Equal(leader.Id, (await host.Get<ReadPerson>().HandleAsync(leader.Id, other.Id, Now)).Value.Id);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_reached_who_is_hidden_and_nobody_learns_that_somebody_is(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (_, leader, _, stranger) = await SceneAsync(host);
        var group = (await host.Get<FoundGroup>().HandleAsync(
            new FoundGroupRequest([(await host.Given.PersonAsync("王浩然", await host.Given.UnitAsync("省卫健委"))).Id], "群"), stranger.Id, Now)).Value;
        await host.RuleAsync(VisibilityRuleKind.HidePerson, leader, leader);

        foreach (var person in new[] { leader.Id, PersonId.New() })
        {
            Assert.Equal("Chat.NoSuchPerson", (await host.Get<OpenDirectChat>().HandleAsync(person, stranger.Id, Now)).Refusal?.TextKey);
            Assert.Equal("Chat.PersonGone", (await host.Get<FoundGroup>().HandleAsync(new FoundGroupRequest([person], "群"), stranger.Id, Now)).Refusal?.TextKey);
            Assert.Equal("Chat.PersonGone", (await host.Get<AddMembers>().HandleAsync(group, [person], stranger.Id, Now)).Refusal?.TextKey);
            Assert.Equal("People.NoSuchPerson", (await host.Get<ShowMobile>().HandleAsync(person, stranger.Id, Now)).Refusal?.TextKey);
        }
    }

    private static Task<SearchHits> SearchAsync(TestHost host, string typed, Person by) =>
        host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, by.Id), Now);

    private static async Task<(Unit Bureau, Person Leader, Person Colleague, Person Stranger)> SceneAsync(TestHost host)
    {
        var bureau = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", bureau, kind: UnitKind.Department);
        var leader = await host.Given.PersonAsync("单婉清", department, "副处长", "13812342077");
        await host.Given.PostAsync(leader, bureau, "局长", "leader");
        var colleague = await host.Given.PersonAsync("符海宁", department);
        var stranger = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省财政厅"));
        return (bureau, leader, colleague, stranger);
    }
}
