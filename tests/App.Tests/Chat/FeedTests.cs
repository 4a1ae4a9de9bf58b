using System.Globalization;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class FeedTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    [Theory, EveryDatabase]
    public async Task Who_follows_hears_the_committed_message_in_the_own_language(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var listener = new Listener();
        CultureInfo.CurrentUICulture = new CultureInfo("en-US");
        using var session = scene.Host.Get<IChatFeed>().Open(scene.Wang.Id, listener);
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        session.Follow(scene.Group);

        var sent = await scene.SayAsync(scene.Lin, "请速报");

        Assert.Equal(new MessagePosted(sent.Value.Message, [], false).Message, ((MessagePosted)await listener.NextAsync()).Message);
        Assert.Equal("en-US", listener.Language);
    }

    [Theory, EveryDatabase]
    public async Task A_slow_listener_is_told_to_read_again_and_costs_nobody_else(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var feed = scene.Host.Get<IChatFeed>();
        var hold = new TaskCompletionSource();
        var slow = new Listener(hold.Task);
        var quick = new Listener();
        using var slowSession = feed.Open(scene.Wang.Id, slow);
        using var quickSession = feed.Open(scene.Lin.Id, quick);
        slowSession.Follow(scene.Group);
        quickSession.Follow(scene.Group);

        for (var rev = 1; rev <= 600; rev++)
        {
            feed.Publish(new HeadSeen(scene.Group, rev, rev));
            Assert.Equal(rev, ((HeadSeen)await quick.NextAsync()).LastRev);
        }

        hold.SetResult();
        await slow.Resynced.Task.WaitAsync(_patience);
    }

    [Theory, EveryDatabase]
    public async Task A_broken_listener_does_not_silence_the_others(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var feed = scene.Host.Get<IChatFeed>();
        var broken = new Listener(Task.FromException(new InvalidOperationException("page gone")));
        var working = new Listener();
        using var one = feed.Open(scene.Lin.Id, broken);
        using var other = feed.Open(scene.Wang.Id, working);
        one.Follow(scene.Group);
        other.Follow(scene.Group);

        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");

        Assert.Equal(1, ((MessagePosted)await working.NextAsync()).Message.Seq);
        Assert.Equal(2, ((MessagePosted)await working.NextAsync()).Message.Seq);
    }

    [Theory, EveryDatabase]
    public async Task Who_left_hears_that_and_nothing_after_it(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var feed = scene.Host.Get<IChatFeed>();
        var gone = new Listener();
        using var session = feed.Open(scene.Wang.Id, gone);
        session.Follow(scene.Group);

        await scene.Host.Get<Features.Chat.LeaveGroup>().HandleAsync(scene.Group, scene.Wang.Id, ChatScene.Now);

        Assert.Equal([scene.Wang.Id], ((MembersChanged)await gone.NextAsync()).Left);
        Assert.DoesNotContain(scene.Group, feed.Followed);
    }

    [Theory, EveryDatabase]
    public async Task A_member_elsewhere_gets_a_badge_with_what_is_unread(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var badge = new TaskCompletionSource<ConversationMoved>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = scene.Host.Get<IPersonFeed>().Subscribe(scene.Wang.Id, happened =>
        {
            if (happened is ConversationMoved { LastSeq: 2 } moved)
            {
                badge.TrySetResult(moved);
            }

            return Task.CompletedTask;
        });

        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "@王浩然 请看");

        var told = await badge.Task.WaitAsync(_patience);
        Assert.Equal((2, true, "林小雨", "@王浩然 请看"), (told.Unread, told.Mentioned, told.Line?.SenderName, told.Line?.Text));
    }

    [Theory, EveryDatabase]
    public async Task What_was_committed_but_never_told_is_found_by_the_repair(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var listener = new Listener();
        using var session = scene.Host.Get<IChatFeed>().Open(scene.Wang.Id, listener);
        session.Follow(scene.Group);
        await scene.Host.Get<IChatLog>().AppendAsync(
            new NewMessage(scene.Group, scene.Lin.Id, Guid.CreateVersion7(), MessageKind.Text, "没有人听见") { At = TimeProvider.System.GetUtcNow() }, ChatScene.Now);

        await scene.Host.Get<Features.Chat.HeadRepair>().RepairAsync(ChatScene.Now);

        Assert.Equal(new HeadSeen(scene.Group, 1, 1), await listener.NextAsync());
    }

    private sealed class Listener(Task? hold = null) : IChatListener
    {
        private readonly System.Threading.Channels.Channel<ConversationEvent> _heard = System.Threading.Channels.Channel.CreateUnbounded<ConversationEvent>();

        public TaskCompletionSource Resynced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Language { get; private set; }

        public async Task OnEventsAsync(IReadOnlyList<ConversationEvent> events)
        {
            Language = CultureInfo.CurrentUICulture.Name;
            await (hold ?? Task.CompletedTask);
            foreach (var happened in events)
            {
                _heard.Writer.TryWrite(happened);
            }
        }

        public Task OnResyncAsync()
        {
            Resynced.TrySetResult();
            return Task.CompletedTask;
        }

        public Task<ConversationEvent> NextAsync() => _heard.Reader.ReadAsync(ChatScene.Now).AsTask().WaitAsync(_patience);
    }
}
