using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

/// <summary>Mixed words, titles and units, wrong input, and who comes first.</summary>
public sealed class SearchWordsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase("ouyang雅")]
    [EveryDatabase("欧阳yq")]
    [EveryDatabase("欧yang雅")]
    [EveryDatabase("阳yq")]
    [EveryDatabase("ouyang雅q")]
    [EveryDatabase("歐陽yq")]
    [EveryDatabase("ＯＵＹＡＮＧ雅琪")]
    [EveryDatabase("歐陽雅琪")]
    [EveryDatabase("ou'yang'ya'qi")]
    [EveryDatabase("ｏｕｙａｎｇ")]
    public async Task Characters_and_letters_mix_and_wrong_input_is_forgiven(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("三亚市应急管理局");
        var wanted = await host.Given.PersonAsync("欧阳雅琪", bureau);
        await host.Given.PersonAsync("欧阳宇轩", bureau);
        await host.Given.PersonAsync("王雅琪", bureau);
        var searcher = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        var hits = await SearchAsync(host, typed, searcher);

        Assert.Equal(wanted.Id, hits.People[0].Id);
        Assert.DoesNotContain(hits.People, hit => hit.Name == "王雅琪");
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_found_by_both_ways_of_writing_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var wanted = await host.Given.PersonAsync("陳慕華", await host.Given.UnitAsync("省侨务办公室"));
        await host.Given.PersonAsync("陈慕华", await host.Given.UnitAsync("省财政厅"));

        foreach (var typed in new[] { "陳慕", "陈慕", "慕华", "慕華", "陈mh", "陳mh" })
        {
            var hits = await SearchAsync(host, typed, wanted);

            Assert.Equal(["陳慕華", "陈慕华"], hits.People.Select(hit => hit.Name));
        }
    }

    [Theory]
    [EveryDatabase("wanghr")]
    [EveryDatabase("wanghaor")]
    [EveryDatabase("whaoran")]
    [EveryDatabase("whran")]
    [EveryDatabase("ＷＡＮＧＨＲ")]
    [EveryDatabase("wang h r")]
    [EveryDatabase("w'haoran")]
    public async Task Whole_syllables_and_initials_mix(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("三亚市应急管理局");
        var wanted = await host.Given.PersonAsync("王浩然", bureau);
        await host.Given.PersonAsync("魏海荣", bureau);
        await host.Given.PersonAsync("王浩", bureau);
        var searcher = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        var hits = await SearchAsync(host, typed, searcher);

        Assert.Equal(wanted.Id, Assert.Single(hits.People).Id);
    }

    [Theory]
    [EveryDatabase("三亚教育局局长", "王浩然")]
    [EveryDatabase("三亚市教育局局长", "王浩然")]
    [EveryDatabase("三亞教育局局長", "王浩然")]
    [EveryDatabase("海口教育局局长", "李建国")]
    [EveryDatabase("李局长", "李建国")]
    [EveryDatabase("王局长", "王浩然")]
    [EveryDatabase("海口 教育局局长", "李建国")]
    [EveryDatabase("人事科科长", "林小雨")]
    [EveryDatabase("三亚值班人员", null)]
    public async Task Words_without_spaces_are_cut(Database database, string typed, string? first)
    {
        await using var host = await TestHost.StartAsync(database);
        var searcher = await ProvinceAsync(host);

        var hits = await SearchAsync(host, typed, searcher);

        Assert.Equal(first, hits.People.Count == 0 ? null : hits.People[0].Name);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_and_its_title_without_spaces_find_every_such_unit(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var searcher = await ProvinceAsync(host);

        var hits = await SearchAsync(host, "教育局局长", searcher);

        Assert.Equal(["李建国", "王浩然"], hits.People.Select(hit => hit.Name));
        Assert.All(hits.People, hit => Assert.Equal("局长", hit.Title));
    }

    [Theory]
    [EveryDatabase("三亚 教育局 局长", "王浩然")]
    [EveryDatabase("局长 三亚 教育局", "王浩然")]
    [EveryDatabase("sanya jiaoyuju juzhang", "王浩然")]
    [EveryDatabase("三亞 教育局 局長", "王浩然")]
    [EveryDatabase("海口、局长", "李建国")]
    [EveryDatabase("局长 李", "李建国")]
    [EveryDatabase("李 海口 局长", "李建国")]
    [EveryDatabase("王 局长 教育局", "王浩然")]
    [EveryDatabase("人事科 科长", "林小雨")]
    [EveryDatabase("值班人员", "周明")]
    [EveryDatabase("周 值班人员", "周明")]
    public async Task Titles_and_units_narrow_in_any_order(Database database, string typed, string first)
    {
        await using var host = await TestHost.StartAsync(database);
        var searcher = await ProvinceAsync(host);

        var hits = await SearchAsync(host, typed, searcher);

        Assert.Equal(first, hits.People[0].Name);
    }

    [Theory, EveryDatabase]
    public async Task A_title_shows_the_post_that_carries_it_and_deputies_follow(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("教育局");
        var office = await host.Given.UnitAsync("财政局");
        var deputy = await host.Given.PersonAsync("陈晓", bureau, "副局长");
        var head = await host.Given.PersonAsync("王浩然", office, "调研员");
        await host.Given.PostAsync(head, bureau, "局长");
        var searcher = await host.Given.PersonAsync("符海宁", office);

        var hits = await SearchAsync(host, "教育局 局长", searcher);

        Assert.Equal([(head.Id, "局长", "教育局"), (deputy.Id, "副局长", "教育局")], hits.People.Select(hit => (hit.Id, hit.Title, hit.UnitName)));
    }

    [Theory, EveryDatabase]
    public async Task Several_unit_words_show_the_units_they_narrow_to(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var searcher = await ProvinceAsync(host);

        var hits = await SearchAsync(host, "教育局 三亚", searcher);

        Assert.Equal(["教育局"], hits.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name));
        Assert.Equal("三亚市", hits.Units[0].Around);
    }

    [Theory, EveryDatabase]
    public async Task Starred_colleagues_and_those_one_talks_to_come_first_among_equals(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var far = await host.Given.UnitAsync("三亚市教育局");
        var people = new List<Person>();
        foreach (var name in new[] { "王一", "王二", "王三", "王四", "王五" })
        {
            people.Add(await host.Given.PersonAsync(name, far));
        }

        var office = await host.Given.UnitAsync("省大数据管理局");
        var searcher = await host.Given.PersonAsync("符海宁", office);
        var colleague = await host.Given.PersonAsync("王龘", office);
        await TalkAsync(host, searcher, people[3], minutesAgo: 60);
        await TalkAsync(host, searcher, people[4], minutesAgo: 5);
        await StarAsync(host, searcher, people[2]);

        var hits = await SearchAsync(host, "王", searcher);

        Assert.Equal(["王龘", "王三", "王五", "王四"], hits.People.Take(4).Select(hit => hit.Name));
        Assert.Equal(colleague.Id, hits.People[0].Id);
    }

    private static async Task<Person> ProvinceAsync(TestHost host)
    {
        var sanya = await host.Given.UnitAsync("三亚市", kind: UnitKind.Division);
        var haikou = await host.Given.UnitAsync("海口市", kind: UnitKind.Division);
        var education = await host.Given.UnitAsync("教育局", sanya);
        var other = await host.Given.UnitAsync("教育局", haikou);
        var section = await host.Given.UnitAsync("人事科", education, kind: UnitKind.Department);
        await host.Given.PersonAsync("李建国", other, "局长");
        await host.Given.PersonAsync("李文", await host.Given.UnitAsync("财政局", haikou), "科员");
        await host.Given.PersonAsync("王浩然", education, "局长");
        await host.Given.PersonAsync("王浩", education, "科员");
        await host.Given.PersonAsync("林小雨", section, "科长");
        var duty = await host.Given.PersonAsync("周明", section, "干事");
        await host.Given.PostAsync(duty, other, "一级科员", "duty-officer");
        return await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));
    }

    private static async Task TalkAsync(TestHost host, Person one, Person other, int minutesAgo)
    {
        var at = host.Get<TimeProvider>().GetUtcNow().AddMinutes(-minutesAgo);
        var chat = ConversationId.New();
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
        kept.Add(new ConversationHead { ConversationId = chat, LastSeq = 1, LastMessageAt = at });
        kept.Add(new Member { ConversationId = chat, PersonId = one.Id });
        kept.Add(new Member { ConversationId = chat, PersonId = other.Id });
        await kept.SaveChangesAsync(Now);
    }

    private static async Task StarAsync(TestHost host, Person one, Person other)
    {
        await using var kept = await host.OpenDatabaseAsync();
        kept.Add(new ContactStar { PersonId = one.Id, OtherId = other.Id, StarredAt = host.Get<TimeProvider>().GetUtcNow() });
        await kept.SaveChangesAsync(Now);
    }

    private static Task<SearchHits> SearchAsync(TestHost host, string typed, Person searcher) =>
        host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, searcher.Id), Now);
}
