using System.Net;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class ContactsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Starred_colleagues_stand_first_then_those_most_talked_to(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var me = await host.Given.PersonAsync("符海宁", office);
        var wang = await host.Given.PersonAsync("王浩然", office, "处长");
        var chen = await host.Given.PersonAsync("陈晓", office);
        var lin = await host.Given.PersonAsync("林小雨", office);
        await TalkAsync(host, me, lin, messages: 3);
        await TalkAsync(host, me, chen, messages: 30);
        await TalkAsync(host, me, wang, messages: 300);

        var starred = await StarAsync(host, wang, true, me);
        var again = await StarAsync(host, wang, true, me);
        var list = await host.Get<ListContacts>().HandleAsync(me.Id, Now);

        Assert.Null(starred.Refusal ?? again.Refusal);
        Assert.Equal([new Contact(wang.Id, "王浩然", "处长", "省大数据管理局", IsStarred: true)], list.Starred);
        Assert.Equal(["陈晓", "林小雨"], list.Frequent.Select(row => row.Name));
    }

    [Theory, EveryDatabase]
    public async Task A_star_taken_away_counts_no_longer_and_search_knows_at_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var far = await host.Given.UnitAsync("三亚市教育局");
        var first = await host.Given.PersonAsync("王一", far);
        var second = await host.Given.PersonAsync("王二", far);
        var me = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        await StarAsync(host, first, true, me);
        var starred = await FirstAsync(host, me);
        await StarAsync(host, first, false, me);
        await StarAsync(host, second, true, me);
        var changed = await FirstAsync(host, me);

        Assert.Equal(("王一", "王二"), (starred, changed));
        Assert.Equal(second.Id, Assert.Single(await host.Get<ListStars>().HandleAsync(me.Id, Now)));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_stars_oneself_or_somebody_who_is_not_there(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var me = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        var self = await StarAsync(host, me, true, me);
        var nobody = await host.Get<SetStar>().HandleAsync(PersonId.New(), true, me.Id, Now);

        Assert.Equal(("People.NoStarForYourself", RefusalKind.NotFound), (self.Refusal?.TextKey, nobody.Refusal?.Kind));
    }

    [Theory, EveryDatabase]
    public async Task A_card_is_taken_along_without_the_mobile_number(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var person = await host.Given.PersonAsync("区𬭊", department, "处长;主任,一级", "13812342077");
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.Posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.OfficePhone, "0898-65331234").SetProperty(post => post.Room, "1203"), Now);
        }

        using var client = await host.ClientOfAsync(person);
        using var answer = await client.GetAsync(new Uri($"/people/{person.Id}/card.vcf", UriKind.Relative), Now);
        var text = await answer.Content.ReadAsStringAsync(Now);
        using var picture = await client.GetAsync(new Uri($"/people/{person.Id}/card.svg", UriKind.Relative), Now);

        Assert.Equal("text/vcard", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCARD\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nFN:区𬭊\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\npost1.ORG:省大数据管理局 政务服务处\r\npost1.TITLE:处长\\;主任\\,一级\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\npost1.TEL;TYPE=\"work,voice\":0898-65331234\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2077", text, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<svg", await picture.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_between_characters()
    {
        var posts = new[] { new PersonPost(UnitId.New(), string.Concat(Enumerable.Repeat("海南省大数据管理局", 12)), "𬭊", IsMain: true, null, null) };
        var text = VCard.Of(new PersonCard(PersonId.New(), "符海宁", "", null, posts));

        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("ORG:" + posts[0].UnitName, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_card_of_nobody_is_not_found(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = await host.ClientOfAsync(await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅")));

        using var answer = await client.GetAsync(new Uri($"/people/{PersonId.New()}/card.vcf", UriKind.Relative), Now);
        using var stranger = await host.Client().GetAsync(new Uri($"/people/{PersonId.New()}/card.vcf", UriKind.Relative), Now);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        Assert.NotEqual(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    private static Task<Result<Done>> StarAsync(TestHost host, Person other, bool isStarred, Person by) =>
        host.Get<SetStar>().HandleAsync(other.Id, isStarred, by.Id, Now);

    private static async Task<string> FirstAsync(TestHost host, Person by)
    {
        var hits = await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("王", by.Id), Now);
        return hits.People[0].Name;
    }

    private static async Task TalkAsync(TestHost host, Person one, Person other, long messages)
    {
        var chat = ConversationId.New();
        var at = host.Get<TimeProvider>().GetUtcNow();
        await using var kept = await host.OpenDatabaseAsync();
        kept.Add(new Conversation
        {
            Id = chat,
            Kind = ConversationKind.Direct,
            Title = "",
            DirectKey = Conversation.DirectKeyOf(one.Id, other.Id),
            FounderId = one.Id,
            CreatedAt = at,
        });
        kept.Add(new ConversationHead { ConversationId = chat, LastSeq = messages, LastMessageAt = at });
        kept.Add(new Member { ConversationId = chat, PersonId = one.Id });
        kept.Add(new Member { ConversationId = chat, PersonId = other.Id });
        await kept.SaveChangesAsync(Now);
    }
}
