using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Todos;

public sealed class TodosApiTests
{
    [Theory, EveryDatabase]
    public async Task A_program_adds_ticks_and_deletes_for_its_person(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省大数据管理局"));
        using var client = await host.ClientOfAsync(lin);
        var id = Guid.CreateVersion7();

        using var added = await client.PostAsJsonAsync("/api/v1/todos", new { id, title = "报送月报", due = "2026-11-30" }, Cancel);
        using var ticked = await client.PutAsJsonAsync($"/api/v1/todos/{id}/done", new { done = true }, Cancel);
        var open = await client.GetFromJsonAsync<JsonElement[]>("/api/v1/todos", Cancel);
        var done = await client.GetFromJsonAsync<JsonElement[]>("/api/v1/todos?done=true", Cancel);
        using var removed = await client.DeleteAsync($"/api/v1/todos/{id}", Cancel);
        using var again = await client.DeleteAsync($"/api/v1/todos/{id}", Cancel);

        Assert.All([added, ticked, removed], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Empty(open!);
        Assert.Equal("报送月报", Assert.Single(done!).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task What_will_not_do_is_a_problem_with_a_code(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省大数据管理局"));
        using var client = await host.ClientOfAsync(lin);

        using var empty = await client.PostAsJsonAsync("/api/v1/todos", new { title = " " }, Cancel);
        using var broken = await client.PostAsync("/api/v1/todos", new StringContent("{"), Cancel);
        using var stranger = await host.Client().GetAsync("/api/v1/todos", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal("Todos.TitleMissing", (await empty.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("code").GetString());
        Assert.InRange((int)broken.StatusCode, 400, 415);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
