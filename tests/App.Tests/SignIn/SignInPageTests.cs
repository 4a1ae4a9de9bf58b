using System.Net;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SignInPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_stranger_is_sent_to_the_sign_in_page(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri("/profile?x=1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fprofile%3Fx%3D1", answer.Headers.Location!.PathAndQuery);
    }

    [Theory, EveryDatabase]
    public async Task The_right_password_opens_the_page_that_was_asked_for(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = new Browser(host);

        using var answer = await browser.SignInAsync(lin.Account, Given.Password, "/sign-in?returnUrl=%2Fchat");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("http://localhost/chat", answer.Headers.Location!.OriginalString);
        using var session = await browser.GetAsync("/session");
        Assert.Equal(HttpStatusCode.NoContent, session.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("hzt.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [EveryDatabase("https://evil.example/")]
    [EveryDatabase("//evil.example/")]
    [EveryDatabase("/\\evil.example/")]
    [EveryDatabase("javascript:alert(1)")]
    public async Task Nobody_is_led_away_after_signing_in(Database database, string address)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = new Browser(host);

        using var answer = await browser.SignInAsync(lin.Account, Given.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        Assert.Equal("http://localhost/", answer.Headers.Location!.OriginalString);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_password_and_an_unknown_account_look_alike(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = new Browser(host);

        using var wrong = await browser.SignInAsync(lin.Account, "not-the-Password-1");
        using var unknown = await browser.SignInAsync("nobody", "not-the-Password-1");

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Contains("账号或密码不正确", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("账号或密码不正确", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_form_without_its_antiforgery_field_signs_nobody_in_and_is_opened_anew(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = new Browser(host);

        using var answer = await browser.SendAsync("/healthz", "/sign-in?returnUrl=%2Fchat&ended=1", Fields(lin.Account));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fchat&stale=1", answer.Headers.Location!.OriginalString);
        using var session = await browser.GetAsync("/session");
        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
        using var again = await browser.GetAsync("/sign-in?returnUrl=%2Fchat&stale=1");
        Assert.Contains("页面已过期，请再填写一次", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_form_opened_before_a_sign_in_elsewhere_leads_on(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = new Browser(host);
        var old = await browser.FieldsOfAsync("/sign-in", Fields(lin.Account));
        using var elsewhere = await browser.SignInAsync(lin.Account, Given.Password);

        using var answer = await browser.PostAsync("/sign-in", old);
        using var next = await browser.GetAsync(answer.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
        Assert.Equal("http://localhost/", next.Headers.Location!.OriginalString);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_was_shut_out_a_moment_ago_gets_a_form_that_works(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock });
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);

        // The session is remembered as good for two seconds; the person is shut out on another node meanwhile.
        (await browser.GetAsync("/session")).Dispose();
        await DisableElsewhereAsync(host, lin.Id);
        var form = await browser.FieldsOfAsync("/sign-in?ended=1", Fields(lin.Account));
        clock.Advance(TimeSpan.FromSeconds(3));
        using var answer = await browser.PostAsync("/sign-in?ended=1", form);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("该账号已停用", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Script_in_the_account_field_comes_back_as_text(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var browser = new Browser(host);

        using var answer = await browser.SignInAsync("<script>alert(1)</script>", "x");

        Assert.DoesNotContain("<script>alert(1)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Too_many_attempts_in_a_minute_are_refused(Database database)
    {
        var settings = new Dictionary<string, string?> { ["SignIn:AttemptsPerMinute"] = "2" };
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Settings = settings });
        using var browser = new Browser(host);
        (await browser.SignInAsync("nobody", "x")).Dispose();
        (await browser.SignInAsync("nobody", "x")).Dispose();

        using var third = await browser.SignInAsync("nobody", "x");

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
    }

    private static Dictionary<string, string> Fields(string account) =>
        new() { ["_handler"] = "sign-in", ["Form.Account"] = account, ["Form.Password"] = Given.Password };

    private static async Task DisableElsewhereAsync(TestHost host, PersonId person)
    {
        await using var data = await host.OpenDatabaseAsync();
        await using var write = await data.BeginWriteAsync(Cancel);
        await data.People.Where(row => row.Id == person).ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, PersonStatus.Disabled), Cancel);
        await write.CommitAsync(Cancel);
    }
}
