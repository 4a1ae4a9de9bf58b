using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class PeopleEndpointsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_program_searches_reads_and_walks_the_tree(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var person = await host.Given.PersonAsync("单婉清", department, "处长", "13812342077");
        using var client = await host.ClientOfAsync(person);

        var found = await GetAsync(client, "/api/v1/people/search?q=swq");
        var card = await GetAsync(client, $"/api/v1/people/{person.Id}");
        var unit = await GetAsync(client, $"/api/v1/units/{department.Id}");
        var children = await GetAsync(client, $"/api/v1/units/{office.Id}/children?line=administrative");
        var people = await GetAsync(client, $"/api/v1/units/{office.Id}/people");
        var top = await GetAsync(client, "/api/v1/units");

        Assert.Equal("单婉清", found.GetProperty("people")[0].GetProperty("name").GetString());
        Assert.Equal("138****2077", card.GetProperty("maskedMobile").GetString());
        Assert.Equal(3, unit.GetProperty("path").GetArrayLength());
        Assert.Equal("政务服务处", children.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("处长", people.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("海南省", top.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Theory, EveryDatabase]
    public async Task Children_are_paged_by_key(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        foreach (var name in new[] { "一处", "二处", "三处" })
        {
            await host.Given.UnitAsync(name, office, kind: UnitKind.Department);
        }

        using var client = await host.ClientOfAsync(await host.Given.PersonAsync("单婉清", office));

        var first = await GetAsync(client, $"/api/v1/units/{office.Id}/children?take=2");
        var rest = await GetAsync(client, $"/api/v1/units/{office.Id}/children?take=2&after={first.GetProperty("next").GetGuid()}");

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.Equal("三处", rest.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Theory]
    [EveryDatabase("/api/v1/people/search", HttpStatusCode.BadRequest)]
    [EveryDatabase("/api/v1/people/search?q=%20", HttpStatusCode.BadRequest)]
    [EveryDatabase("/api/v1/people/0197f1a2-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [EveryDatabase("/api/v1/units/0197f1a2-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [EveryDatabase("/api/v1/units/0197f1a2-0000-7000-8000-000000000000/children", HttpStatusCode.NotFound)]
    [EveryDatabase("/api/v1/units/0197f1a2-0000-7000-8000-000000000000/people", HttpStatusCode.NotFound)]
    [EveryDatabase("/api/v1/units/not-an-id", HttpStatusCode.BadRequest)]
    [EveryDatabase("/api/v1/units?line=sideways", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_a_problem_with_a_sentence(Database database, string address, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = await host.ClientOfAsync(await host.Given.PersonAsync("单婉清", await host.Given.UnitAsync("省教育厅")));

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Now);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_token_nothing_is_told(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/api/v1/people/search?q=a", UriKind.Relative), Now);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
    }
}
