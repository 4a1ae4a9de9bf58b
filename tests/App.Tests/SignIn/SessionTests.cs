using System.Net;
using System.Security.Claims;
using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SessionTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Signing_out_closes_what_the_session_holds_and_its_cookie(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        using var other = await Browser.SignedInAsync(host, lin.Account);
        var session = (await host.Get<ListSessions>().HandleAsync(lin.Id, Cancel))[^1].Id;
        var closed = Listen(host, lin.Id, session);

        using var answer = await browser.SignOutAsync("/profile");

        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        await closed.WaitAsync(_patience, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, await StateAsync(browser));
        Assert.Equal(HttpStatusCode.NoContent, await StateAsync(other));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_signed_out_by_a_form_of_somebody_elses_page(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        using var browser = await Browser.SignedInAsync(host, lin.Account);

        using var answer = await browser.SendAsync("/healthz", "/sign-out", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await StateAsync(browser));
    }

    [Theory, EveryDatabase]
    public async Task A_session_of_somebody_else_cannot_be_ended(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        var wang = await host.Given.PersonAsync("王浩然", await host.Given.UnitAsync("海口市公安局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        var session = (await host.Get<ListSessions>().HandleAsync(lin.Id, Cancel))[0].Id;

        var result = await host.Get<EndSession>().HandleAsync(session, wang.Id, Cancel);

        Assert.Equal(RefusalKind.NotFound, result.Refusal?.Kind);
        Assert.Equal(HttpStatusCode.NoContent, await StateAsync(browser));
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_person_is_out_with_cookie_token_and_everything_open(Database database)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = _clock });
        var lin = await LinAsync(host);
        var administrator = await host.Given.ProvinceAdministratorAsync();
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        using var program = await host.ClientOfAsync(lin);
        var session = (await host.Get<ListSessions>().HandleAsync(lin.Id, Cancel))[0].Id;
        var closed = Listen(host, lin.Id, session);

        var result = await host.Get<DisablePerson>().HandleAsync(lin.Id, administrator.Id, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(result.Refusal);
        await closed.WaitAsync(_patience, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, await StateAsync(browser));
        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_role_given_or_taken_shows_in_the_rail_without_signing_in_anew(Database database)
    {
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = _clock });
        var lin = await LinAsync(host);
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        var before = await RailAsync(browser);

        await host.Given.RoleAsync(lin, AdminRole.Province);
        _clock.Advance(TimeSpan.FromSeconds(3));
        var given = await RailAsync(browser);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.AdminGrants.ExecuteDeleteAsync(Cancel);
        }

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((false, true, false), (before, given, await RailAsync(browser)));
    }

    [Theory, EveryDatabase]
    public async Task A_change_made_elsewhere_closes_what_is_open_here(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        using var browser = await Browser.SignedInAsync(host, lin.Account);
        var session = (await host.Get<ListSessions>().HandleAsync(lin.Id, Cancel))[0].Id;
        var closed = Listen(host, lin.Id, session);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.Status, PersonStatus.Disabled), Cancel);
        }

        await host.Services.GetServices<IHostedService>().OfType<SessionSweep>().Single().SweepAsync(Cancel);

        await closed.WaitAsync(_patience, Cancel);
    }

    [Theory, EveryDatabase]
    public async Task A_hub_connection_is_cut_when_its_person_is_disabled(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        var administrator = await host.Given.ProvinceAdministratorAsync();
        await using var hub = await host.HubOfAsync(lin, "/hubs/live");
        var cut = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            cut.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(Cancel);

        // Started means greeted; whoever is answered stands among the connections. (Here nothing but the hub itself can cut a socket.)
        await hub.InvokeAsync("Unfollow", Guid.CreateVersion7(), Cancel);

        await host.Get<DisablePerson>().HandleAsync(lin.Id, administrator.Id, Cancel);

        await cut.Task.WaitAsync(_patience, Cancel);
    }

    private static Task<Person> LinAsync(TestHost host) => LinIn(host, "海口市教育局");

    private static async Task<Person> LinIn(TestHost host, string unit) => await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync(unit));

    // Whether the rail shows the way to the administration.
    private static async Task<bool> RailAsync(Browser browser)
    {
        using var answer = await browser.GetAsync("/profile");
        return (await answer.Content.ReadAsStringAsync(Cancel)).Contains("href=\"/admin\"", StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StateAsync(Browser browser)
    {
        using var answer = await browser.GetAsync("/session");
        return answer.StatusCode;
    }

    // Stands for a circuit or a hub connection of the session.
    private static Task Listen(TestHost host, PersonId person, SessionId session)
    {
        var closed = new TaskCompletionSource();
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new(Caller.PersonClaim, person.ToString()), new(Caller.SessionClaim, session.ToString())], "test"));
        host.Get<LiveSessions>().Register(user, closed.SetResult);
        return closed.Task;
    }
}
