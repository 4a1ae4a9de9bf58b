using System.Net;
using HaiZhengTong.App.Tests.SignIn;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Home;

public sealed class ProfilePageTests
{
    [Theory, EveryDatabase]
    public async Task A_choice_made_without_script_is_seen_on_the_next_page(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);

        using var saved = await browser.SendAsync("/profile", "/profile/look", new() { ["theme"] = "dark", ["type"] = "big", ["language"] = "en-US" });

        Assert.Equal((HttpStatusCode.Redirect, "/profile"), (saved.StatusCode, saved.Headers.Location?.ToString()));
        using var page = await browser.GetAsync("/profile");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en-US\" data-theme=\"dark\" data-type=\"big\">", html, StringComparison.Ordinal);
        Assert.Contains("林小雨", html, StringComparison.Ordinal);
        Assert.Contains("value=\"dark\" checked", html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_does_not_exist_says_so(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        using var browser = await Browser.SignedInAsync(host, lin.Account);

        using var page = await browser.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("没有找到这个页面", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
