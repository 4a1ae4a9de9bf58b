using System.Net;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Hosting;

public sealed class HostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase("/healthz", "ok")]
    [EveryDatabase("/readyz", "ready")]
    [EveryDatabase("/metrics", "hzt_live_open")]
    public async Task Machines_may_ask_how_it_fares(Database database, string address, string answer)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        Assert.Contains(answer, await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Every_answer_forbids_the_browser_what_we_never_need(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory, EveryDatabase]
    public async Task A_forwarded_scheme_is_not_believed_unless_proxies_are_named(Database database)
    {
        await using var plain = await TestHost.StartAsync(database);

        Assert.StartsWith("http://", await RedirectOfAsync(plain), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_circuit_is_closed_to_strangers(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        using var answer = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string> RedirectOfAsync(TestHost host)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.9.8.7");
        using var answer = await client.GetAsync(new Uri("/profile", UriKind.Relative), Cancel);
        return answer.Headers.Location!.OriginalString;
    }
}
