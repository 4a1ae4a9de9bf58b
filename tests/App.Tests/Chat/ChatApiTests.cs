using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class ChatApiTests
{
    [Theory, EveryDatabase]
    public async Task A_message_is_made_once_and_found_again(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        using var lin = await scene.Host.ClientOfAsync(scene.Lin);
        using var wang = await scene.Host.ClientOfAsync(scene.Wang);
        var send = new { clientId = Guid.CreateVersion7(), body = "请速报" };

        var first = await lin.PostAsJsonAsync(Messages(scene.Group), send, ChatScene.Now);
        var again = await lin.PostAsJsonAsync(Messages(scene.Group), send, ChatScene.Now);
        var page = await wang.GetFromJsonAsync<JsonElement>(Messages(scene.Group) + "?after=0&limit=10", ChatScene.Now);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(ChatScene.Now), await again.Content.ReadAsStringAsync(ChatScene.Now));
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal(("请速报", "林小雨", "text", 1), (Text(item, "body"), Text(item, "senderName"), Text(item, "kind"), item.GetProperty("seq").GetInt64()));
        Assert.Equal(item.GetProperty("id").GetGuid(), (await wang.GetFromJsonAsync<JsonElement>(first.Headers.Location, ChatScene.Now)).GetProperty("items")[0].GetProperty("id").GetGuid());
    }

    [Theory, EveryDatabase]
    public async Task Conversations_come_in_pages_with_unread_counts(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "@王浩然 请看");
        await scene.Host.Given.GroupAsync("旧群", scene.Wang);
        using var wang = await scene.Host.ClientOfAsync(scene.Wang);

        var first = await wang.GetFromJsonAsync<JsonElement>("/api/v1/conversations?limit=1", ChatScene.Now);
        var second = await wang.GetFromJsonAsync<JsonElement>($"/api/v1/conversations?limit=1&after={Text(first, "next")}", ChatScene.Now);
        var rows = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        var read = await wang.PostAsJsonAsync($"/api/v1/conversations/{scene.Group}/read", new { seq = 1 }, ChatScene.Now);

        var group = rows.Single(row => row.GetProperty("id").GetGuid() == scene.Group.Value);
        Assert.Equal(2, rows.Count);
        Assert.Equal((1, true, "@王浩然 请看", "防汛值守"), (group.GetProperty("unread").GetInt64(), group.GetProperty("mentioned").GetBoolean(), Text(group, "lastLine"), Text(group, "title")));
        Assert.Equal(0, (await read.Content.ReadFromJsonAsync<JsonElement>(ChatScene.Now)).GetProperty("unread").GetInt64());
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_gets_the_same_answer_as_for_nothing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "内部");
        using var stranger = await scene.Host.ClientOfAsync(scene.Stranger);

        foreach (var group in new[] { scene.Group, ConversationId.New() })
        {
            HttpResponseMessage[] answers =
            [
                await stranger.GetAsync(Messages(group), ChatScene.Now),
                await stranger.PostAsJsonAsync(Messages(group), new { clientId = Guid.CreateVersion7(), body = "你好" }, ChatScene.Now),
                await stranger.PostAsJsonAsync($"/api/v1/conversations/{group}/read", new { seq = 1 }, ChatScene.Now),
            ];
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
            var problem = await answers[0].Content.ReadFromJsonAsync<JsonElement>(ChatScene.Now);
            Assert.Equal("Chat.NoSuchConversation", Text(problem, "code"));
        }

        var list = await stranger.GetFromJsonAsync<JsonElement>("/api/v1/conversations", ChatScene.Now);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [EveryDatabase("""{"clientId":"01890000-0000-7000-8000-000000000001","body":""}""")]
    [EveryDatabase("""{"clientId":"01890000-0000-7000-8000-000000000001"}""")]
    [EveryDatabase("""{"body":"没有编号"}""")]
    [EveryDatabase("""{"clientId":"不是编号","body":"你好"}""")]
    [EveryDatabase("不是 JSON")]
    public async Task What_cannot_be_a_message_is_refused_in_words(Database database, string body)
    {
        await using var scene = await ChatScene.StartAsync(database);
        using var lin = await scene.Host.ClientOfAsync(scene.Lin);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await lin.PostAsync(Messages(scene.Group), content, ChatScene.Now);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [EveryDatabase("/api/v1/conversations?after=x")]
    [EveryDatabase("/api/v1/conversations?after=99999999999999999999.1")]
    public async Task A_position_nobody_gave_out_is_refused(Database database, string address)
    {
        await using var scene = await ChatScene.StartAsync(database);
        using var lin = await scene.Host.ClientOfAsync(scene.Lin);

        var answer = await lin.GetAsync(address, ChatScene.Now);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_reads_without_a_name(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        using var nobody = scene.Host.Client();

        var answer = await nobody.GetAsync(Messages(scene.Group), ChatScene.Now);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Messages(ConversationId group) => $"/api/v1/conversations/{group}/messages";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
