using System.Net;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.App.Tests.Shell;

public sealed class LookEndpointsTests
{
    [Theory, EveryDatabase]
    public async Task A_choice_is_kept_in_cookies_and_leads_back(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        var answer = await PostAsync(host, ("theme", "dark"), ("type", "big"), ("language", "en-US"), ("returnTo", "/people?unit=1"));

        Assert.Equal((HttpStatusCode.Redirect, "/people?unit=1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains(Cookies(answer), cookie => cookie.StartsWith("hzt.look=dark.big;", StringComparison.Ordinal));
        Assert.Contains(Cookies(answer), cookie => cookie.StartsWith(".AspNetCore.Culture=c%3Den-US%7Cuic%3Den-US;", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_chosen_stays(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        var answer = await PostAsync(host, ("language", "en-US"), ("look", "dark.big"));

        Assert.Contains(Cookies(answer), cookie => cookie.StartsWith("hzt.look=dark.big;", StringComparison.Ordinal));
    }

    [Theory]
    [EveryDatabase("https://example.org/")]
    [EveryDatabase("//example.org")]
    [EveryDatabase("/\\example.org")]
    [EveryDatabase("")]
    public async Task Nobody_is_led_to_a_foreign_address(Database database, string address)
    {
        await using var host = await TestHost.StartAsync(database);

        var answer = await PostAsync(host, ("returnTo", address));

        Assert.Equal("/profile", answer.Headers.Location?.ToString());
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_language_changes_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);

        var answer = await PostAsync(host, ("language", "tlh"), ("theme", "<script>"));

        Assert.DoesNotContain(Cookies(answer), cookie => cookie.StartsWith(".AspNetCore.Culture", StringComparison.Ordinal));
        Assert.Contains(Cookies(answer), cookie => cookie.StartsWith("hzt.look=system.normal;", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_form_of_somebody_else_is_refused(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        using var form = new FormUrlEncodedContent([new("theme", "dark")]);

        var answer = await host.Client().PostAsync("/profile/look", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请求未能处理", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // "look" stands for the cookie the browser sends along; everything else is a field of the form.
    private static async Task<HttpResponseMessage> PostAsync(TestHost host, params (string Name, string Value)[] given)
    {
        var context = new DefaultHttpContext { RequestServices = host.Services };
        var tokens = host.Services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        var look = given.SingleOrDefault(pair => pair.Name == "look").Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/profile/look");
        request.Headers.Add("Cookie", look is null ? cookie : $"{cookie}; hzt.look={look}");
        request.Content = new FormUrlEncodedContent(
        [
            new(tokens.FormFieldName, tokens.RequestToken),
            .. given.Where(pair => pair.Name != "look").Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value)),
        ]);
        return await host.Client().SendAsync(request);
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
