using System.Net;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
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

    [Theory]
    [EveryDatabase("10.1.2.3", null, null, HttpStatusCode.Forbidden)]
    [EveryDatabase("10.1.2.3", null, "a-long-enough-token", HttpStatusCode.OK)]
    [EveryDatabase("10.1.2.3", null, "another-long-token!", HttpStatusCode.Forbidden)]
    [EveryDatabase("127.0.0.1", null, null, HttpStatusCode.OK)]
    [EveryDatabase("::1", "10.1.2.3", null, HttpStatusCode.Forbidden)]
    public async Task Figures_are_for_this_machine_and_whoever_brings_the_token(
        Database database, string from, string? forwardedFor, string? token, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions
        {
            Settings = new Dictionary<string, string?> { ["Metrics:Token"] = "a-long-enough-token" },
            Services = services => services.AddSingleton<IStartupFilter>(new From(IPAddress.Parse(from))),
        });
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        if (forwardedFor is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        }

        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        Assert.Equal(expected, answer.StatusCode);
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

    // Where the caller seems to sit.
    private sealed class From(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
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
