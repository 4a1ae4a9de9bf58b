using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform;

public sealed class ApiConventionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase("/api/v1/nothing", 404, "OpenPlatform.NoSuchAddress")]
    [EveryDatabase("/api/v1/people/not-an-id", 400, "OpenPlatform.Unreadable")]
    public async Task A_wrong_address_is_answered_with_a_problem(Database database, string address, int status, string code)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = await host.ClientOfAsync(await LinAsync(host));

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        await AssertProblemAsync(answer, status, code);
    }

    [Theory, EveryDatabase]
    public async Task Broken_json_is_answered_with_a_problem(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = await host.ClientOfAsync(await LinAsync(host));
        using var body = new StringContent("{ \"clientId\": ", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri($"/api/v1/conversations/{Guid.CreateVersion7()}/messages", UriKind.Relative), body, Cancel);

        await AssertProblemAsync(answer, 400, "OpenPlatform.Unreadable");
    }

    [Theory, EveryDatabase]
    public async Task A_program_is_answered_in_its_language(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = await host.ClientOfAsync(await LinAsync(host));
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");

        var problem = await (await client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal("There is nothing at this address.", problem.GetProperty("title").GetString());
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_gets_a_status_and_no_redirect(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative), Cancel);

        await AssertProblemAsync(answer, 401, "OpenPlatform.SignInFirst");
    }

    [Theory, EveryDatabase]
    public async Task A_page_of_another_site_cannot_use_a_cookie_on_the_api(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var browser = await Browser.SignedInAsync(host, (await LinAsync(host)).Account);

        using var answer = await browser.PostFromAsync("https://evil.example", $"/api/v1/conversations/{Guid.CreateVersion7()}/messages");

        await AssertProblemAsync(answer, 403, "OpenPlatform.ForeignOrigin");
    }

    [Theory, EveryDatabase]
    public async Task The_description_lists_the_doors_and_how_to_sign_in(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        var description = await client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);

        Assert.True(description.GetProperty("paths").TryGetProperty("/api/v1/me", out _));
        Assert.Equal("http", description.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("type").GetString());
    }

    private static async Task<Person> LinAsync(TestHost host) =>
        await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }
}
