using System.Threading.Channels;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class LiveHubTests
{
    [Theory, EveryDatabase]
    public async Task A_follower_hears_what_is_sent_through_the_hub(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using var lin = await StartAsync(scene, scene.Lin);
        await using var wang = await StartAsync(scene, scene.Wang);
        var heard = Hear<MessageItem>(wang, "MessagePosted");
        await wang.InvokeAsync<LiveAnswer<ChangesItem>>("Follow", scene.Group.Value, 0L, ChatScene.Now);
        var id = Guid.CreateVersion7();

        var sent = await lin.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, id, "请速报", ChatScene.Now);
        var again = await lin.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, id, "请速报", ChatScene.Now);

        var message = await NextAsync(heard);
        Assert.Equal(("请速报", "林小雨", id, 1, 1), (message.Body, message.SenderName, message.ClientId, message.Seq, message.Rev));
        Assert.Equal((1, false), (sent.Value!.Seq, sent.Value.IsRepeat));
        Assert.Equal((1, true), (again.Value!.Seq, again.Value.IsRepeat));
    }

    [Theory, EveryDatabase]
    public async Task Following_answers_with_what_was_missed(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");
        await using var wang = await StartAsync(scene, scene.Wang);

        var missed = await wang.InvokeAsync<LiveAnswer<ChangesItem>>("Follow", scene.Group.Value, 1L, ChatScene.Now);
        var impossible = await wang.InvokeAsync<LiveAnswer<ChangesItem>>("Follow", scene.Group.Value, 99L, ChatScene.Now);

        Assert.Equal((2, false, "二"), (missed.Value!.Rev, missed.Value.Reload, missed.Value.Messages.Single().Body));
        Assert.True(impossible.Value!.Reload);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_hears_nothing_and_is_told_nothing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "内部");
        await using var stranger = await StartAsync(scene, scene.Stranger);

        var follow = await stranger.InvokeAsync<LiveAnswer<ChangesItem>>("Follow", scene.Group.Value, 0L, ChatScene.Now);
        var send = await stranger.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, Guid.CreateVersion7(), "你好", ChatScene.Now);
        var read = await stranger.InvokeAsync<LiveAnswer<ReadItem>>("MarkRead", scene.Group.Value, 1L, ChatScene.Now);
        var members = await stranger.InvokeAsync<LiveAnswer<List<MemberItem>>>("Members", scene.Group.Value, ChatScene.Now);

        Assert.All([follow.Code, send.Code, read.Code, members.Code], code => Assert.Equal("Chat.NoSuchConversation", code));
        Assert.DoesNotContain(scene.Group, scene.Host.Get<IChatFeed>().Followed);
    }

    [Theory, EveryDatabase]
    public async Task Badges_reach_a_member_who_follows_nothing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using var wang = await StartAsync(scene, scene.Wang);
        var badges = Hear<ConversationBadge>(wang, "ConversationMoved");
        var reads = Hear<long>(wang, "ReadMoved", place: 2);

        await scene.SayAsync(scene.Lin, "@所有人 请报送");
        var badge = await NextAsync(badges);
        var total = await wang.InvokeAsync<UnreadItem>("Unread", ChatScene.Now);
        await wang.InvokeAsync<LiveAnswer<ReadItem>>("MarkRead", scene.Group.Value, 1L, ChatScene.Now);

        Assert.Equal(new ConversationBadge(scene.Group.Value, 1, 1, true, false), badge);
        Assert.Equal(1, total.Total);
        Assert.Equal(0, await NextAsync(reads));
        Assert.Equal(0, (await wang.InvokeAsync<UnreadItem>("Unread", ChatScene.Now)).Total);
    }

    [Theory, EveryDatabase]
    public async Task A_meeting_rings_and_stops_ringing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using var wang = await StartAsync(scene, scene.Wang);
        var rings = Hear<string>(wang, "MeetingRang", place: 1, of: 3);
        var ends = Hear<Guid>(wang, "MeetingRingEnded");
        var meeting = MeetingId.New();

        scene.Host.Get<IPersonFeed>().Publish(scene.Wang.Id, new MeetingRang(meeting, "防风会商", "林小雨"));
        scene.Host.Get<IPersonFeed>().Publish(scene.Wang.Id, new MeetingRingEnded(meeting));

        Assert.Equal("防风会商", await NextAsync(rings));
        Assert.Equal(meeting.Value, await NextAsync(ends));
    }

    [Theory, EveryDatabase]
    public async Task The_connection_ends_with_the_session(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using var wang = await StartAsync(scene, scene.Wang);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        wang.On("SignedOut", () => told.TrySetResult());
        wang.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        scene.Host.Get<IPersonFeed>().Publish(scene.Wang.Id, new SessionEnded(null));

        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory, EveryDatabase]
    public async Task A_bad_message_is_refused_and_the_connection_lives_on(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using var lin = await StartAsync(scene, scene.Lin);

        var empty = await lin.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, Guid.CreateVersion7(), " \u0000 ", ChatScene.Now);
        var tooLong = await lin.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, Guid.CreateVersion7(), new string('长', 4001), ChatScene.Now);
        var good = await lin.InvokeAsync<LiveAnswer<SentItem>>("Send", scene.Group.Value, Guid.CreateVersion7(), "好", ChatScene.Now);

        Assert.Equal(("Chat.TextEmpty", "Chat.TextTooLong"), (empty.Code, tooLong.Code));
        Assert.Contains("4000", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal(1, good.Value?.Seq);
    }

    private static async Task<HubConnection> StartAsync(ChatScene scene, Person person)
    {
        var connection = await scene.Host.HubOfAsync(person, "/hubs/live");
        await connection.StartAsync(ChatScene.Now);

        // The handshake is answered before the hub listens for the person; a call is answered after.
        await connection.InvokeAsync<UnreadItem>("Unread", ChatScene.Now);
        return connection;
    }

    private static ChannelReader<T> Hear<T>(HubConnection connection, string name, int place = 0, int of = 0)
    {
        var heard = Channel.CreateUnbounded<T>();
        var count = Math.Max(of, place + 1);
        var types = Enumerable.Repeat(typeof(string), count).ToArray();
        types[place] = typeof(T);
        if (name == "ReadMoved")
        {
            types = [typeof(Guid), typeof(long), typeof(long)];
        }

        connection.On(name, types, told =>
        {
            heard.Writer.TryWrite((T)told[place]!);
            return Task.CompletedTask;
        });
        return heard.Reader;
    }

    private static Task<T> NextAsync<T>(ChannelReader<T> heard) => heard.ReadAsync(ChatScene.Now).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
}
