using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Tests.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

/// <summary>Unit page, counts, lists and search along the administrative and along the business line.</summary>
public sealed class LineTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_unit_stands_on_each_line_where_that_line_puts_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        var block = (await host.Get<ReadUnit>().HandleAsync(scene.City.Id, Line.Administrative, scene.Reader.Id, Now)).Value;
        var line = (await host.Get<ReadUnit>().HandleAsync(scene.City.Id, Line.Business, scene.Reader.Id, Now)).Value;
        var top = (await host.Get<ReadUnit>().HandleAsync(scene.Ministry.Id, Line.Business, scene.Reader.Id, Now)).Value;
        var apart = (await host.Get<ReadUnit>().HandleAsync(scene.Town.Id, Line.Business, scene.Reader.Id, Now)).Value;

        Assert.Equal(["海南省", "三亚市", "三亚市教育局"], block.Path.Select(step => step.Name));
        Assert.Equal(["省教育厅", "三亚市教育局"], line.Path.Select(step => step.Name));
        Assert.Equal((2, 1), (block.People, block.Departments));
        Assert.Equal((3, 1), (line.People, line.Departments));
        Assert.Equal(("省教育厅", 4, true), (Assert.Single(top.Path).Name, top.People, top.OnBusinessLine));
        Assert.Equal(("三亚市", 1, false), (Assert.Single(apart.Path).Name, apart.People, apart.OnBusinessLine));
    }

    [Theory, EveryDatabase]
    public async Task The_people_below_come_along_the_line_in_pages_by_key(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        var block = await BelowAsync(host, scene.Town.Id, Line.Administrative, scene.Reader, 100);
        var line = await BelowAsync(host, scene.Ministry.Id, Line.Business, scene.Reader, 1);
        var alone = await host.Get<ListUnitPeople>().HandleAsync(
            new ListUnitPeopleRequest(scene.City.Id) { Line = Line.Business }, scene.Reader.Id, Now);

        Assert.Equal(["王市长", "王市局", "王人事"], block);
        Assert.Equal(["王厅长", "王市局", "王人事", "王县局"], line);
        Assert.Equal(["王市局", "王人事"], alone.Rows.Select(row => row.Name));
        Assert.Equal(2, alone.Total);
    }

    [Theory, EveryDatabase]
    public async Task The_search_keeps_to_a_unit_and_what_stands_below_it_on_the_line(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        Assert.Equal(["王人事", "王市局", "王市长"], await FoundAsync(host, "王", scene, new UnitReach(scene.Town.Id, Line.Administrative)));
        Assert.Equal(["王人事", "王县局", "王市局"], await FoundAsync(host, "wang", scene, new UnitReach(scene.City.Id, Line.Business)));
        Assert.Equal(["王人事", "王市局"], await FoundAsync(host, "w", scene, new UnitReach(scene.City.Id, Line.Administrative)));
        Assert.Equal(["王县局"], await FoundAsync(host, "王xj", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Equal(["王县局"], await FoundAsync(host, "wangxj", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Empty(await FoundAsync(host, "王县局", scene, new UnitReach(scene.City.Id, Line.Administrative)));
        Assert.Equal(["王县局", "王市局"], await FoundAsync(host, "局长", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Equal(["王市局"], await FoundAsync(host, "局长", scene, new UnitReach(scene.Town.Id, Line.Administrative)));
        Assert.Equal(["王县局"], await FoundAsync(host, "崖州 局长", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Equal(["王县局"], await FoundAsync(host, "王 局长 崖州", scene, new UnitReach(scene.City.Id, Line.Business)));
    }

    [Theory, EveryDatabase]
    public async Task The_search_finds_units_below_on_the_line_alone(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);

        async Task<IEnumerable<string>> UnitsAsync(UnitReach reach) => (await host.Get<SearchPeople>().HandleAsync(
            new SearchPeopleRequest("教育局", scene.Reader.Id) { Within = reach }, Now)).Units.Select(hit => hit.Name);

        Assert.Equal(["三亚市教育局"], await UnitsAsync(new UnitReach(scene.Town.Id, Line.Administrative)));
        Assert.Equal(["三亚市教育局", "崖州区教育局"], (await UnitsAsync(new UnitReach(scene.Ministry.Id, Line.Business))).Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task What_a_rule_hides_is_on_neither_line(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await host.RuleAsync(VisibilityRuleKind.HideUnit, scene.City, scene.Reader);

        var top = (await host.Get<ReadUnit>().HandleAsync(scene.Ministry.Id, Line.Business, scene.Reader.Id, Now)).Value;
        var below = (await host.Get<ReadUnit>().HandleAsync(scene.County.Id, Line.Business, scene.Reader.Id, Now)).Value;
        var hidden = await host.Get<ReadUnit>().HandleAsync(scene.City.Id, Line.Business, scene.Reader.Id, Now);

        Assert.Equal(2, top.People);
        Assert.Equal(("崖州区教育局", null, false), (Assert.Single(below.Path).Name, below.LineParentName, below.OnBusinessLine));
        Assert.Equal(RefusalKind.NotFound, hidden.Refusal?.Kind);
        Assert.Equal(["王厅长", "王县局"], await BelowAsync(host, scene.Ministry.Id, Line.Business, scene.Reader, 1));
        Assert.Empty(await BelowAsync(host, scene.City.Id, Line.Business, scene.Reader, 100));
        Assert.Equal(["王厅长", "王县局"], await FoundAsync(host, "王", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Empty(await FoundAsync(host, "王", scene, new UnitReach(scene.City.Id, Line.Business)));
        Assert.Empty(await FoundAsync(host, "王", scene, new UnitReach(UnitId.New(), Line.Business)));
    }

    // Many of one name stand elsewhere, and come before those who are looked for.
    [Theory, EveryDatabase]
    public async Task However_many_carry_the_name_elsewhere_those_below_are_found(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        var other = await host.Given.UnitAsync("省财政厅");
        for (var number = 0; number < 60; number++)
        {
            await host.Given.PersonAsync("王", other);
        }

        Assert.Equal(["王县局"], await FoundAsync(host, "王", scene, new UnitReach(scene.County.Id, Line.Administrative)));
    }

    [Theory, EveryDatabase]
    public async Task A_large_subtree_is_searched_kind_by_kind_with_the_same_answer(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var scene = await SceneAsync(host);
        await Crowd.AddAsync(host, scene.Ministry, Now);

        Assert.Equal(["王人事", "王厅长", "王县局", "王市局"], await FoundAsync(host, "王", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Equal(["王县局"], await FoundAsync(host, "wangxj", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
        Assert.Equal(["王县局", "王市局"], await FoundAsync(host, "局长", scene, new UnitReach(scene.Ministry.Id, Line.Business)));
    }

    private static async Task<string[]> FoundAsync(TestHost host, string typed, Scene scene, UnitReach reach) =>
        [.. (await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, scene.Reader.Id) { Within = reach }, Now)).People
            .Select(hit => hit.Name).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> BelowAsync(TestHost host, UnitId unit, Line line, Person by, int take)
    {
        List<string> names = [];
        for (UnitPeople? page = null; page is null || page.Rows.Count == take;)
        {
            page = await host.Get<ListUnitPeople>().HandleAsync(
                new ListUnitPeopleRequest(unit, page?.Rows[^1].PostId, take) { Line = line, WithBelow = true }, by.Id, Now);
            names.AddRange(page.Rows.Select(row => row.Name));
        }

        return names;
    }

    // The block: province > city > its bureau; the line: ministry > the city's bureau > the county's, which stands elsewhere.
    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var ministry = await host.Given.UnitAsync("省教育厅");
        var town = await host.Given.UnitAsync("三亚市", kind: UnitKind.Division);
        var city = await host.Given.UnitAsync("三亚市教育局", town, ministry);
        var staff = await host.Given.UnitAsync("人事科", city, kind: UnitKind.Department);
        var county = await host.Given.UnitAsync("崖州区教育局", guidedBy: city);
        await host.Given.PersonAsync("王厅长", ministry, "厅长");
        await host.Given.PersonAsync("王市长", town, "市长");
        await host.Given.PersonAsync("王市局", city, "局长");
        await host.Given.PersonAsync("王人事", staff, "科长");
        await host.Given.PersonAsync("王县局", county, "局长");
        var reader = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省档案馆"));
        return new Scene(ministry, town, city, county, reader);
    }

    private sealed record Scene(Unit Ministry, Unit Town, Unit City, Unit County, Person Reader);
}
