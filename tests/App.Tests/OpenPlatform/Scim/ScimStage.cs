using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform.Scim;

/// <summary>A province with a bureau a client keeps, and another one that is none of its business.</summary>
internal sealed class ScimStage : IAsyncDisposable
{
    public const string Patch = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    public const string Posts = "urn:haizhengtong:params:scim:schemas:extension:posts:1.0:User";
    public const string UnitAbout = "urn:haizhengtong:params:scim:schemas:extension:unit:1.0:Group";

    private ScimStage(TestHost host) => Host = host;

    public TestHost Host { get; }

    public required Person Admin { get; init; }

    public required Unit Bureau { get; init; }

    public required Unit Office { get; init; }

    public required Unit Foreign { get; init; }

    public string Token { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ScimStage> StartAsync(Database database)
    {
        var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var stage = new ScimStage(host)
        {
            Admin = await host.Given.ProvinceAdministratorAsync(),
            Bureau = bureau,
            Office = await host.Given.UnitAsync("办公室", bureau, kind: UnitKind.Department),
            Foreign = await host.Given.UnitAsync("三亚市教育局"),
        };
        stage.Token = await stage.ClientAsync("人事系统", bureau);
        return stage;
    }

    public async Task<string> ClientAsync(string name, Unit unit) =>
        (await Host.Get<MakeScimClient>().HandleAsync(name, unit.Id, Admin.Id, Cancel)).Value.Token;

    public Task<ScimAnswered> GetAsync(string path, string? ifNoneMatch = null) => SendAsync("GET", path, null, ("If-None-Match", ifNoneMatch));

    public Task<ScimAnswered> SendAsync(string method, string path, string? json, params (string Name, string? Value)[] headers) =>
        SendAsAsync(Token, method, path, json, headers);

    public async Task<ScimAnswered> SendAsAsync(string? token, string method, string path, string? json, params (string Name, string? Value)[] headers)
    {
        using var client = Host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/scim/v2" + path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/scim+json");
        using var answer = await client.SendAsync(request, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        return new ScimAnswered(
            (int)answer.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body), answer.Headers.ETag?.ToString(),
            answer.Headers.Location?.ToString(), answer.Content.Headers.ContentType?.MediaType);
    }

    public Task<ScimAnswered> AddUserAsync(string userName, string name, string more = "") =>
        SendAsync("POST", "/Users", $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{{userName}}","displayName":"{{name}}"{{more}}}""");

    public Task<ScimAnswered> PatchAsync(string path, string operations, string? ifMatch = null) =>
        SendAsync("PATCH", path, $$"""{"schemas":["{{Patch}}"],"Operations":[{{operations}}]}""", ("If-Match", ifMatch));

    public Task<ScimAnswered> FindAsync(string filter) => GetAsync("/Users?filter=" + Uri.EscapeDataString(filter));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
