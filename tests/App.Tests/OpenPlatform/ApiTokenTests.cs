using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HaiZhengTong.App.Features.OpenPlatform;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.OpenPlatform;

public sealed class ApiTokenTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_token_says_who_its_person_is(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);
        var made = await MakeAsync(host, lin);

        using var answer = await AskAsync(host, made.Value.Text);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(lin.Account, me.GetProperty("account").GetString());
        Assert.Equal("海口市教育局", me.GetProperty("posts")[0].GetProperty("unit").GetString());
    }

    [Theory]
    [EveryDatabase("hzt_0000")]
    [EveryDatabase("nonsense")]
    [EveryDatabase("hzt_' or 1=1 --")]
    public async Task A_broken_token_is_refused_with_a_problem(Database database, string token)
    {
        await using var host = await StartAsync(database);

        using var answer = await AskAsync(host, token);

        await AssertRefusedAsync(answer);
    }

    [Theory, EveryDatabase]
    public async Task An_expired_token_is_refused(Database database)
    {
        await using var host = await StartAsync(database);
        var made = await MakeAsync(host, await LinAsync(host));
        _clock.Advance(TimeSpan.FromDays(31));

        using var answer = await AskAsync(host, made.Value.Text);

        await AssertRefusedAsync(answer);
    }

    [Theory, EveryDatabase]
    public async Task A_revoked_token_is_refused_at_once(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);
        var made = await MakeAsync(host, lin);
        (await AskAsync(host, made.Value.Text)).Dispose();

        await host.Get<RevokeApiToken>().HandleAsync(made.Value.Id, lin.Id, Cancel);
        using var answer = await AskAsync(host, made.Value.Text);

        await AssertRefusedAsync(answer);
    }

    [Theory, EveryDatabase]
    public async Task A_token_of_somebody_else_can_neither_be_made_nor_revoked(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);
        var wang = await host.Given.PersonAsync("王浩然", await host.Given.UnitAsync("海口市公安局"));
        var made = await MakeAsync(host, lin);

        var foreign = await host.Get<MakeApiToken>().HandleAsync(new MakeApiTokenRequest(lin.Id, "x", 1, wang.Id), Cancel);
        var revoked = await host.Get<RevokeApiToken>().HandleAsync(made.Value.Id, wang.Id, Cancel);

        Assert.Equal(RefusalKind.Forbidden, foreign.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, revoked.Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_hash_of_a_token_is_kept_and_the_making_is_audited(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);

        var made = await MakeAsync(host, lin);

        await using var kept = await host.OpenDatabaseAsync();
        var token = await kept.ApiTokens.SingleAsync(Cancel);
        Assert.DoesNotContain(made.Value.Text, token.Hash, StringComparison.Ordinal);
        var entry = await kept.AuditEntries.SingleAsync(Cancel);
        Assert.Equal("token.make", entry.Action);
        Assert.Equal(lin.Id, entry.ActorId);
        Assert.DoesNotContain(made.Value.Text, entry.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase("", 30)]
    [EveryDatabase("   ", 30)]
    [EveryDatabase("name", 0)]
    [EveryDatabase("name", 366)]
    public async Task A_token_without_name_or_end_is_refused(Database database, string name, int days)
    {
        await using var host = await StartAsync(database);
        var lin = await LinAsync(host);

        var made = await host.Get<MakeApiToken>().HandleAsync(new MakeApiTokenRequest(lin.Id, name, days, lin.Id), Cancel);

        Assert.Equal(RefusalKind.Invalid, made.Refusal?.Kind);
    }

    private static async Task<Person> LinAsync(TestHost host) => await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));

    private static Task<Result<NewApiToken>> MakeAsync(TestHost host, Person person) =>
        host.Get<MakeApiToken>().HandleAsync(new MakeApiTokenRequest(person.Id, "脚本", 30, person.Id), Cancel);

    private static async Task<HttpResponseMessage> AskAsync(TestHost host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await host.Client().SendAsync(request, Cancel);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("OpenPlatform.TokenInvalid", problem.GetProperty("code").GetString());
    }

    private Task<TestHost> StartAsync(Database database) => TestHost.StartAsync(database, new TestHostOptions { Clock = _clock });
}
