using System.Net;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SignInPageTests
{
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
    public async Task A_form_without_its_antiforgery_field_is_refused(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var client = host.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.Account"] = "lin", ["Form.Password"] = "x" });

        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
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
}
