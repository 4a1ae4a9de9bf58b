using System.Net;
using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class InitialPasswordTests
{
    private const string Page = "/sign-in/new-password";
    private const string Own = "Sea-and-Sky-77";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_person_goes_nowhere_before_choosing_an_own_password(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var (account, password) = await AddAsync(host);
        using var browser = new Browser(host);
        using var signedIn = await browser.SignInAsync(account, password);

        using var page = await browser.GetAsync("/people?x=1");
        using var program = await browser.GetAsync("/api/v1/me");
        using var circuit = await browser.PostFromAsync("http://localhost", "/_blazor/negotiate?negotiateVersion=1");
        using var styles = await browser.GetAsync("/favicon.svg");
        using var changed = await ChangeAsync(browser, password, Own, Page + "?returnUrl=%2Fpeople%3Fx%3D1");
        using var free = await browser.GetAsync("/people");

        Assert.Equal((HttpStatusCode.Redirect, Page + "?returnUrl=%2Fpeople%3Fx%3D1"), (page.StatusCode, page.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (program.StatusCode, circuit.StatusCode));
        Assert.Equal(HttpStatusCode.OK, styles.StatusCode);
        Assert.EndsWith("/people?x=1", changed.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Theory]
    [EveryDatabase("", Own, HttpStatusCode.Forbidden)]
    [EveryDatabase(null, null, HttpStatusCode.BadRequest)]
    [EveryDatabase(null, "short-1A", HttpStatusCode.BadRequest)]
    public async Task What_will_not_do_as_an_own_password_opens_nothing(Database database, string? current, string? wanted, HttpStatusCode answer)
    {
        await using var host = await TestHost.StartAsync(database);
        var (account, password) = await AddAsync(host);
        using var browser = new Browser(host);
        using var signedIn = await browser.SignInAsync(account, password);

        using var refused = await ChangeAsync(browser, current ?? password, wanted ?? password, Page);
        using var page = await browser.GetAsync("/");

        Assert.Equal(answer, refused.StatusCode);
        Assert.StartsWith(Page, page.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task After_a_reset_tokens_wait_until_the_person_has_chosen(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock });
        var administrator = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var program = await host.ClientOfAsync(lin);
        var before = await MeAsync(program);

        var reset = await host.Get<ResetPassword>().HandleAsync(lin.Id, administrator.Id, Cancel);
        clock.Advance(TimeSpan.FromSeconds(3));
        var meanwhile = await MeAsync(program);
        using var browser = new Browser(host);
        using var signedIn = await browser.SignInAsync(lin.Account, reset.Value.Text);
        using var changed = await ChangeAsync(browser, reset.Value.Text, Own, Page);
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (before, meanwhile, await MeAsync(program)));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_chose_long_ago_is_not_kept_at_the_door(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);

        using var page = await browser.GetAsync(Page + "?returnUrl=%2Fpeople");

        Assert.EndsWith("/people", page.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<(string Account, string Password)> AddAsync(TestHost host)
    {
        var unit = await host.Given.UnitAsync("海口市教育局");
        var administrator = await host.Given.UnitAdministratorAsync(unit);
        var added = await host.Get<AddPerson>().HandleAsync(new AddPersonRequest(unit.Id, "王浩然", "wang.haoran", "科员"), administrator.Id, Cancel);
        return (added.Value.Account, added.Value.InitialPassword);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string wanted, string address) => browser.SendAsync(
        address, address, new() { ["_handler"] = "new-password", ["Form.Current"] = current, ["Form.New"] = wanted, ["Form.Again"] = wanted });

    private static async Task<HttpStatusCode> MeAsync(HttpClient program)
    {
        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
