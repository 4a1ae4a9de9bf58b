using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class SearchPeopleTests
{
    [Theory]
    [EveryDatabase("欧阳雅琪")]
    [EveryDatabase("雅琪")]
    [EveryDatabase("阳雅")]
    [EveryDatabase("ouyangyaqi")]
    [EveryDatabase("ou yang ya")]
    [EveryDatabase("yaqi")]
    [EveryDatabase("oyyq")]
    [EveryDatabase("OYYQ")]
    [EveryDatabase("2077")]
    [EveryDatabase("ouyang.yaqi")]
    [EveryDatabase("  欧 阳 ")]
    public async Task A_person_is_found_by_any_part_pinyin_initials_phone_and_account(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("三亚市应急管理局");
        var ouyang = await host.Given.PersonAsync("欧阳雅琪", bureau, "科长", "13800132077", "ouyang.yaqi");
        var wang = await host.Given.PersonAsync("王浩然", bureau, "科员", "13900005560", "wang.haoran");

        var hits = await SearchAsync(host, typed, wang);

        var hit = Assert.Single(hits.People);
        Assert.Equal((ouyang.Id, "欧阳雅琪", "科长", "三亚市应急管理局"), (hit.Id, hit.Name, hit.Title, hit.UnitName));
    }

    [Theory]
    [EveryDatabase("𬭊")]
    [EveryDatabase("区𬭊")]
    [EveryDatabase("ou")]
    public async Task Rare_characters_and_surname_readings_are_found(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var person = await host.Given.PersonAsync("区𬭊", await host.Given.UnitAsync("省大数据管理局"));

        var hits = await SearchAsync(host, typed, person);

        Assert.Equal("区𬭊", Assert.Single(hits.People).Name);
    }

    [Theory, EveryDatabase]
    public async Task A_prefix_finds_what_follows_beyond_the_basic_plane(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var person = await host.Given.PersonAsync("王𠮷", await host.Given.UnitAsync("省教育厅"));

        var hits = await SearchAsync(host, "王", person);

        Assert.Single(hits.People);
    }

    [Theory, EveryDatabase]
    public async Task Whole_names_stand_before_beginnings_and_beginnings_before_parts(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省教育厅");
        await host.Given.PersonAsync("李文", bureau);
        await host.Given.PersonAsync("文静怡", bureau);
        await host.Given.PersonAsync("文静", bureau);
        await host.Given.PersonAsync("李文静", bureau);
        var searcher = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        var hits = await SearchAsync(host, "文静", searcher);

        Assert.Equal(["文静", "文静怡", "李文静"], hits.People.Select(hit => hit.Name));
    }

    [Theory, EveryDatabase]
    public async Task A_colleague_is_found_among_hundreds_of_the_same_surname(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var far = await host.Given.UnitAsync("三亚市教育局");
        for (var number = 0; number < 120; number++)
        {
            await host.Given.PersonAsync("王" + (char)('一' + number), far);
        }

        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var other = await host.Given.UnitAsync("项目建设处", office, kind: UnitKind.Department);
        var searcher = await host.Given.PersonAsync("符海宁", department);
        var colleague = await host.Given.PersonAsync("王龘", other);

        var hits = await SearchAsync(host, "王", searcher);

        Assert.Equal(SearchPeople.DefaultTake, hits.People.Count);
        Assert.Equal((colleague.Id, true, "省大数据管理局 项目建设处"), (hits.People[0].Id, hits.People[0].IsColleague, hits.People[0].UnitName));
    }

    [Theory]
    [EveryDatabase("王 教育局")]
    [EveryDatabase("教育局 王")]
    [EveryDatabase("wang jiaoyuju")]
    public async Task A_second_word_narrows_to_a_unit(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var education = await host.Given.UnitAsync("教育局");
        var finance = await host.Given.UnitAsync("财政局");
        var inside = await host.Given.UnitAsync("人事科", education, kind: UnitKind.Department);
        var wanted = await host.Given.PersonAsync("王浩然", inside);
        await host.Given.PersonAsync("王海", finance);
        var searcher = await host.Given.PersonAsync("符海宁", finance);

        var hits = await SearchAsync(host, typed, searcher);

        Assert.Equal(wanted.Id, Assert.Single(hits.People).Id);
    }

    [Theory]
    [EveryDatabase("大数据")]
    [EveryDatabase("shengdashuju")]
    [EveryDatabase("sdsj")]
    public async Task Units_are_found_by_part_pinyin_and_initials(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var unit = await host.Given.UnitAsync("省大数据管理局");
        var searcher = await host.Given.PersonAsync("符海宁", unit);

        var hits = await SearchAsync(host, typed, searcher);

        var hit = Assert.Single(hits.Units);
        Assert.Equal((unit.Id, "海南省"), (hit.Id, hit.Around));
    }

    [Theory]
    [EveryDatabase("")]
    [EveryDatabase("   ")]
    [EveryDatabase("' or 1=1 --")]
    [EveryDatabase("%")]
    [EveryDatabase("{0}")]
    [EveryDatabase("\ud800")]
    [EveryDatabase("查无此人查无此人查无此人查无此人查无此人查无此人查无此人查无此人查无此人查无此人查无此人")]
    public async Task Nothing_and_nonsense_find_nothing(Database database, string typed)
    {
        await using var host = await TestHost.StartAsync(database);
        var searcher = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));

        var hits = await SearchAsync(host, typed, searcher);

        Assert.True(hits.IsEmpty);
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_person_is_not_found(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省财政厅");
        var searcher = await host.Given.PersonAsync("符海宁", bureau);
        var gone = await host.Given.PersonAsync("王浩然", bureau);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.Attach(gone);
            gone.Disable();
            await kept.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var hits = await SearchAsync(host, "王浩然", searcher);

        Assert.Empty(hits.People);
    }

    private static Task<SearchHits> SearchAsync(TestHost host, string typed, Person searcher) =>
        host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, searcher.Id), TestContext.Current.CancellationToken);
}
