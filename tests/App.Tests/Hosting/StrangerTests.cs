using System.Reflection;
using System.Text.RegularExpressions;
using HaiZhengTong.App.Tests.People.Visibility;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace HaiZhengTong.App.Tests.Hosting;

/// <summary>Every door of the application, tried by whoever has no business there. A door that is new has no rule yet and fails here.</summary>
public sealed partial class StrangerTests
{
    // What stands open to the street.
    private static readonly string[] _open =
    [
        "/error", "/healthz", "/metrics", "/not-found", "/openapi/{documentName}.json", "/profile/look", "/readyz", "/setup", "/sign-in",
        "/sign-in/help", "/sign-out", "/status/{Code:int}",
    ];

    // What everybody who has signed in may open, each with what is the own.
    private static readonly string[] _everybodys =
    [
        .. _open, "/", "/_blazor/initializers/", "/_blazor/negotiate", "/api/v1/apps", "/api/v1/conversations/", "/api/v1/me", "/api/v1/todos/",
        "/api/v1/todos/count", "/api/v1/units/", "/apps", "/chat", "/chat/units/{Unit:guid}", "/chat/with/{Person:guid}",
        "/chat/{Conversation:guid}", "/hubs/live/negotiate", "/hubs/meeting/negotiate", "/meetings", "/people", "/people/audience",
        "/people/tags/{Tag:guid}", "/people/tags/{Tag:guid}/{Person:guid}", "/people/units/{Unit:guid}", "/people/units/{Unit:guid}/{Person:guid}",
        "/people/{Person:guid}", "/people/{Place:alpha}", "/people/{Place:alpha}/{Person:guid}", "/profile", "/session", "/todos",
    ];

    private static readonly string[] _secrets = ["专案组", "单婉清", "秘密联络群"];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Nobody_gets_in_unsigned_but_where_it_is_meant(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();
        List<string> open = [];
        foreach (var door in Doors(host, new Scene()))
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
            using var answer = await client.SendAsync(request, Now);
            var isShut = (int)answer.StatusCode == 401
                || answer.Headers.Location?.OriginalString.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) == true;
            if (!isShut)
            {
                open.Add(door.Pattern);
            }
        }

        Assert.Empty(open.Except(_open));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_no_power_opens_what_is_everybodys_and_reads_nothing_hidden(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        var scene = await SceneAsync(host);
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        using var program = await host.ClientOfAsync(lin);
        List<string> opened = [];
        List<string> told = [];
        foreach (var door in Doors(host, scene))
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
            using var answer = door.Method == "GET" ? await browser.GetAsync(door.Address) : await program.SendAsync(request, Now);
            var text = await answer.Content.ReadAsStringAsync(Now);
            Assert.True((int)answer.StatusCode < 500, $"{door} answered {answer.StatusCode}");
            if (answer.IsSuccessStatusCode)
            {
                opened.Add(door.Pattern);
            }

            if (_secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))
            {
                told.Add($"{door}");
            }
        }

        Assert.Empty(opened.Except(_everybodys));
        Assert.Empty(told);
    }

    [Theory, EveryDatabase]
    public async Task A_mistyped_address_is_no_failure_of_the_server(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var browser = await Browser.SignedInAsync(host, (await host.Given.ProvinceAdministratorAsync()).Account);
        var asked =
            from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type
            where page is not null
            from property in page.GetProperties()
            let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
            where query is not null
            select $"{AddressOf("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), new Scene())}?{query.Name ?? property.Name}=~%00%F0%9F";
        var failed = new List<string>();
        foreach (var address in asked.Distinct())
        {
            using var answer = await browser.GetAsync(address);
            if ((int)answer.StatusCode >= 500)
            {
                failed.Add(address);
            }
        }

        Assert.Empty(failed);
    }

    // A unit nobody sees, with somebody in it and their group.
    private static async Task<Scene> SceneAsync(TestHost host)
    {
        var unit = await host.Given.UnitAsync("专案组");
        var person = await host.Given.PersonAsync("单婉清", unit);
        var group = await host.Given.GroupAsync("秘密联络群", person);
        await host.RuleAsync(VisibilityRuleKind.HideUnit, unit, await host.Given.ProvinceAdministratorAsync());
        return new Scene(unit.Id.Value, person.Id.Value, group.Id.Value);
    }

    private static IEnumerable<Door> Doors(TestHost host, Scene scene) => (
        from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where !endpoint.Metadata.Any(one => one.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal))
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        orderby pattern, method
        select new Door(method, pattern, AddressOf(pattern, scene))).Distinct();

    private static string AddressOf(string pattern, Scene scene) => Hole().Replace(pattern, hole => hole.Groups[1].Value switch
    {
        "Unit:guid" or "unitId" => $"{scene.Unit}",
        "Person:guid" or "personId" or "personId:guid" => $"{scene.Person}",
        "Conversation:guid" => $"{scene.Group}",
        "id" when pattern.Contains("/conversations/", StringComparison.Ordinal) => $"{scene.Group}",
        "Place:alpha" => "contacts",
        "kind" => "people",
        "format" => "csv",
        "Code:int" => "404",
        var rest when rest.StartsWith('*') => "x",
        _ => $"{Guid.Empty}",
    });

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Hole();

    private sealed record Door(string Method, string Pattern, string Address);

    private sealed record Scene(Guid Unit = default, Guid Person = default, Guid Group = default);
}
