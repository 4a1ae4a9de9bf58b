using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

/// <summary>Neither line costs more than the other: no read along one goes over a table of many rows from end to end.</summary>
public sealed class LinePlanTests
{
    private static readonly string[] _large = ["person_token", "person", "post", "unit", "unit_closure", "contact_star"];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Line.Administrative)]
    [InlineData(Line.Business)]
    public async Task A_units_page_reads_what_belongs_to_the_unit_only(Line line)
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(Database.Sqlite);
        var ministry = await host.Given.UnitAsync("省教育厅");
        var bureau = await host.Given.UnitAsync("三亚市教育局", ministry, ministry);
        var person = await host.Given.PersonAsync("王浩然", bureau, "局长");
        plans.Begin(host);

        var unit = await host.Get<ReadUnit>().HandleAsync(ministry.Id, line, person.Id, Now);
        var below = await host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(ministry.Id, line), person.Id, Now);
        await host.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(ministry.Id) { Line = line }, person.Id, Now);
        var first = await host.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(ministry.Id) { Line = line, WithBelow = true }, person.Id, Now);
        await host.Get<ListUnitPeople>().HandleAsync(
            new ListUnitPeopleRequest(ministry.Id, first.Rows[0].PostId) { Line = line, WithBelow = true }, person.Id, Now);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal((1, 1, 1), (unit.Value.People, below.Count, first.Total));
        Assert.Empty(await plans.ScansAsync(kept, _large));
    }

    // In the order of the keys: the first page of a province is read without sorting the province.
    [Theory]
    [InlineData(Line.Administrative)]
    [InlineData(Line.Business)]
    public async Task A_page_of_all_below_a_unit_sorts_nothing(Line line)
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(Database.Sqlite);
        var ministry = await host.Given.UnitAsync("省教育厅");
        var person = await host.Given.PersonAsync("王浩然", ministry, "局长");
        plans.Begin(host);

        var first = await host.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(ministry.Id) { Line = line, WithBelow = true }, person.Id, Now);
        await host.Get<ListUnitPeople>().HandleAsync(
            new ListUnitPeopleRequest(ministry.Id, first.Rows[0].PostId) { Line = line, WithBelow = true }, person.Id, Now);

        await using var kept = await host.OpenDatabaseAsync();
        var pages = (await plans.ReadAsync(kept)).Where(plan => plan.Sql.Contains("rank_sort", StringComparison.Ordinal) && plan.Sql.Contains("LIMIT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages.SelectMany(plan => plan.Steps), step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("王", false)]
    [InlineData("wanghr", false)]
    [InlineData("王hr", false)]
    [InlineData("2077", false)]
    [InlineData("局长", false)]
    [InlineData("王 局长", false)]
    [InlineData("王", true)]
    [InlineData("wanghr", true)]
    [InlineData("局长", true)]
    [InlineData("三亚 教育局 局长", true)]
    public async Task A_search_below_a_unit_reads_short_ranges_only(string typed, bool large)
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(Database.Sqlite);
        var ministry = await host.Given.UnitAsync("省教育厅");
        var bureau = await host.Given.UnitAsync("三亚市教育局", guidedBy: ministry);
        var person = await host.Given.PersonAsync("王浩然", bureau, "局长", "13800132077");
        if (large)
        {
            await Crowd.AddAsync(host, ministry, Now);
        }

        await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("符", person.Id), Now);
        plans.Begin(host);
        var found = await host.Get<SearchPeople>().HandleAsync(
            new SearchPeopleRequest(typed, person.Id) { Within = new UnitReach(ministry.Id, Line.Business) }, Now);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(person.Id, Assert.Single(found.People).Id);
        Assert.Empty(await plans.ScansAsync(kept, _large));
    }
}
