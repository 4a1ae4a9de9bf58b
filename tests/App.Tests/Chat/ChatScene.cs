using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

/// <summary>Three colleagues, of whom two share a group; the third is a stranger to it.</summary>
internal sealed class ChatScene : IAsyncDisposable
{
    private ChatScene(TestHost host) => Host = host;

    public TestHost Host { get; }

    public required Unit Bureau { get; init; }

    public required Person Lin { get; init; }

    public required Person Wang { get; init; }

    public required Person Stranger { get; init; }

    public required ConversationId Group { get; init; }

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static async Task<ChatScene> StartAsync(Database database, TestHostOptions? options = null)
    {
        var host = await TestHost.StartAsync(database, options);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var lin = await host.Given.PersonAsync("林小雨", bureau, "科长");
        var wang = await host.Given.PersonAsync("王浩然", bureau);
        var stranger = await host.Given.PersonAsync("单婉清", bureau);
        var group = await host.Given.GroupAsync("防汛值守", lin, wang);
        return new ChatScene(host) { Bureau = bureau, Lin = lin, Wang = wang, Stranger = stranger, Group = group.Id };
    }

    public Task<Result<AppendedMessage>> SayAsync(Person by, string body, Guid? clientId = null, ConversationId? where = null) =>
        Host.Get<SendMessage>().HandleAsync(
            new SendMessageRequest(where ?? Group, clientId ?? Guid.CreateVersion7(), body), by.Id, Now);

    public async Task<MessageWindow> ReadAsync(Person by) =>
        (await Host.Get<ListMessages>().HandleAsync(new ListMessagesRequest(Group), by.Id, Now)).Value;

    public async Task<ConversationRow> RowAsync(Person by) =>
        (await Host.Get<ListConversations>().HandleAsync(new ListConversationsRequest(), by.Id, Now)).Rows.Single(row => row.Id == Group);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
