using HaiZhengTong.App.Features.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

/// <summary>No way of searching reads a table of many rows from end to end.</summary>
public sealed class SearchPlanTests
{
    private static readonly string[] _large = ["person_token", "person", "post", "unit_closure", "member", "conversation", "contact_star"];

    [Theory]
    [InlineData("王")]
    [InlineData("浩然")]
    [InlineData("haoran")]
    [InlineData("2077")]
    [InlineData("王hr")]
    [InlineData("wang浩x")]
    [InlineData("局长")]
    [InlineData("局长 王")]
    [InlineData("wanghr")]
    [InlineData("whaoran")]
    [InlineData("三亚教育局局长")]
    [InlineData("王局长")]
    [InlineData("王 教育局")]
    [InlineData("三亚 教育局 局长")]
    [InlineData("值班人员 三亚")]
    [InlineData("歐陽 三亞")]
    public async Task A_search_reads_short_ranges_only(string typed)
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(Database.Sqlite);
        var bureau = await host.Given.UnitAsync("三亚市教育局");
        var person = await host.Given.PersonAsync("王浩然", bureau, "局长", "13800132077");
        plans.Begin(host);

        await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest(typed, person.Id), TestContext.Current.CancellationToken);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.True(plans.Count > 3);
        Assert.Empty(await plans.ScansAsync(kept, _large));
    }

    [Fact]
    public async Task A_scan_is_noticed()
    {
        using var plans = QueryPlans.Listen();
        await using var host = await TestHost.StartAsync(Database.Sqlite);
        await using var kept = await host.OpenDatabaseAsync();
        plans.Begin(host);

        await kept.People.Where(person => EF.Functions.Like(person.Name, "%浩%")).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Single(await plans.ScansAsync(kept, _large));
    }
}
