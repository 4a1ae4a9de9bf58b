using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace HaiZhengTong.App.Tests.Chat.Messages;

/// <summary>The chat scene with what can be done to messages, at a clock that stands still; the first colleague owns the group.</summary>
internal sealed class MessageScene : IAsyncDisposable
{
    private readonly ChatScene _scene;

    private MessageScene(ChatScene scene, FakeTimeProvider clock) => (_scene, Clock) = (scene, clock);

    public FakeTimeProvider Clock { get; }

    public TestHost Host => _scene.Host;

    public Person Lin => _scene.Lin;

    public Person Wang => _scene.Wang;

    public Person Stranger => _scene.Stranger;

    public ConversationId Group => _scene.Group;

    public static async Task<MessageScene> StartAsync(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
        return new MessageScene(await ChatScene.StartAsync(database, new TestHostOptions { Clock = clock }), clock);
    }

    public T Get<T>()
        where T : class => Host.Get<T>();

    public MessagePlace Place(long seq) => new(Group, seq);

    /// <summary>Says something and answers its place.</summary>
    public async Task<long> SayAsync(Person by, string body) => (await _scene.SayAsync(by, body)).Value.Message.Seq;

    public Task<Result<AppendedMessage>> AnswerAsync(Person by, long seq, string body, Guid? clientId = null) =>
        Get<SendMessage>().HandleAsync(
            new SendMessageRequest(Group, clientId ?? Guid.CreateVersion7(), body) { ReplyTo = seq }, by.Id, ChatScene.Now);

    public Task<Result<MessageView>> EditAsync(Person by, long seq, string body) =>
        Get<EditMessage>().HandleAsync(Place(seq), body, by.Id, ChatScene.Now);

    public Task<Result<MessageView>> RecallAsync(Person by, long seq) =>
        Get<RecallMessage>().HandleAsync(Place(seq), by.Id, ChatScene.Now);

    public Task<Result<MessageView>> ReactAsync(Person by, long seq, string sign, bool on = true) =>
        Get<SetReaction>().HandleAsync(Place(seq), sign, on, by.Id, ChatScene.Now);

    public async Task<OneMessage> OneAsync(Person by, long seq) =>
        (await Get<ReadMessage>().HandleAsync(Place(seq), by.Id, ChatScene.Now)).Value;

    public Task<MessageWindow> ReadAsync(Person by) => _scene.ReadAsync(by);

    public Task<ConversationRow> RowAsync(Person by) => _scene.RowAsync(by);

    public async Task MakeAdministratorAsync(Person person)
    {
        await using var database = await Host.OpenDatabaseAsync();
        await database.Members
            .Where(member => member.ConversationId == Group && member.PersonId == person.Id)
            .ExecuteUpdateAsync(member => member.SetProperty(row => row.Role, MemberRole.Administrator), ChatScene.Now);
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();
}
