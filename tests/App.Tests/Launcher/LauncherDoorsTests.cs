using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;
using static HaiZhengTong.App.Tests.Launcher.Applications;

namespace HaiZhengTong.App.Tests.Launcher;

public sealed class LauncherDoorsTests
{
    [Theory, EveryDatabase]
    public async Task Opening_leads_away_only_those_who_may_and_is_not_found_for_others(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var unit = await host.Given.UnitAsync("省水务厅");
        var lin = await host.Given.PersonAsync("林小雨", unit);
        var wang = await host.Given.PersonAsync("王浩然", unit);
        var application = await host.ApplicationAsync("防汛系统", Terms(Only(lin)));
        using var insider = await host.ClientOfAsync(lin);
        using var stranger = await host.ClientOfAsync(wang);

        using var opened = await insider.GetAsync($"/apps/{application.Id}/open", Cancel);
        using var refused = await stranger.GetAsync($"/apps/{application.Id}/open", Cancel);
        using var unknown = await stranger.GetAsync($"/apps/{OaApplicationId.New()}/open", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, application.Address), (opened.StatusCode, opened.Headers.Location?.AbsoluteUri));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, unknown.StatusCode));
    }

    [Theory, EveryDatabase]
    public async Task A_program_lists_what_its_person_sees_without_addresses(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var unit = await host.Given.UnitAsync("省水务厅");
        var lin = await host.Given.PersonAsync("林小雨", unit);
        var wang = await host.Given.PersonAsync("王浩然", unit);
        await host.ApplicationAsync("防汛系统");
        await host.ApplicationAsync("别人的", Terms(Only(wang)));
        using var client = await host.ClientOfAsync(lin);

        var listed = await client.GetFromJsonAsync<JsonElement[]>("/api/v1/apps?q=fx", Cancel);

        var only = Assert.Single(listed!);
        Assert.Equal("防汛系统", only.GetProperty("name").GetString());
        Assert.DoesNotContain("oa.example", only.GetRawText(), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
