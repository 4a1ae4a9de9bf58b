using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class UnreadTests
{
    [Theory, EveryDatabase]
    public async Task What_others_say_is_unread_until_it_is_read(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");
        await scene.SayAsync(scene.Lin, "三");

        var before = (await scene.RowAsync(scene.Wang)).Unread;
        var position = await scene.Host.Get<MarkRead>().HandleAsync(scene.Group, 2, scene.Wang.Id, ChatScene.Now);

        Assert.Equal(3, before);
        Assert.Equal((2, 1), (position.Value.ReadSeq, position.Value.Unread));
        Assert.Equal(1, (await scene.RowAsync(scene.Wang)).Unread);
        Assert.Equal(1, (await scene.Host.Get<CountUnread>().HandleAsync(scene.Wang.Id, ChatScene.Now)).Total);
    }

    [Theory, EveryDatabase]
    public async Task Ones_own_message_is_read(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");

        await scene.SayAsync(scene.Wang, "收到");

        Assert.Equal(0, (await scene.RowAsync(scene.Wang)).Unread);
        Assert.Equal(1, (await scene.RowAsync(scene.Lin)).Unread);
    }

    [Theory, EveryDatabase]
    public async Task Reading_never_goes_back_nor_beyond_the_last_message(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");
        var read = scene.Host.Get<MarkRead>();

        var beyond = await read.HandleAsync(scene.Group, 99, scene.Wang.Id, ChatScene.Now);
        var back = await read.HandleAsync(scene.Group, 1, scene.Wang.Id, ChatScene.Now);

        Assert.Equal((2, true), (beyond.Value.ReadSeq, beyond.Value.Moved));
        Assert.Equal((2, false), (back.Value.ReadSeq, back.Value.Moved));
    }

    [Theory, EveryDatabase]
    public async Task Who_comes_later_has_nothing_old_to_catch_up_with(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");

        await scene.Host.Get<AddMembers>().HandleAsync(scene.Group, [scene.Stranger.Id], scene.Lin.Id, ChatScene.Now);
        await scene.SayAsync(scene.Lin, "欢迎");

        var row = await scene.RowAsync(scene.Stranger);
        Assert.Equal(2, row.Unread);
        Assert.Equal("欢迎", row.Line?.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_muted_conversation_is_counted_apart(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await using (var kept = await scene.Host.OpenDatabaseAsync())
        {
            var member = await kept.Members.SingleAsync(row => row.PersonId == scene.Wang.Id, ChatScene.Now);
            member.Muted = true;
            await kept.SaveChangesAsync(ChatScene.Now);
        }

        var totals = await scene.Host.Get<CountUnread>().HandleAsync(scene.Wang.Id, ChatScene.Now);

        Assert.Equal(0, totals.Total);
        Assert.Equal(1, totals.Conversations.Single().Unread);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_marks_nothing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");

        var refused = await scene.Host.Get<MarkRead>().HandleAsync(scene.Group, 1, scene.Stranger.Id, ChatScene.Now);

        Assert.Equal(RefusalKind.NotFound, refused.Refusal?.Kind);
    }

    [Theory]
    [EveryDatabase("请 @王浩然 看一下", true)]
    [EveryDatabase("@所有人 十八时前报送", true)]
    [EveryDatabase("@Everyone please", true)]
    [EveryDatabase("@林小雨 收到", false)]
    [EveryDatabase("wang@王浩然", false)]
    [EveryDatabase("@everyoneelse", false)]
    public async Task A_name_after_an_at_sign_is_a_mention(Database database, string body, bool mentioned)
    {
        await using var scene = await ChatScene.StartAsync(database);

        await scene.SayAsync(scene.Lin, body);

        Assert.Equal(mentioned, (await scene.RowAsync(scene.Wang)).Mentioned);
        Assert.False((await scene.RowAsync(scene.Lin)).Mentioned);
    }

    [Theory, EveryDatabase]
    public async Task A_mention_is_over_when_it_is_read(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "@王浩然 请看");

        await scene.Host.Get<MarkRead>().HandleAsync(scene.Group, 1, scene.Wang.Id, ChatScene.Now);
        await scene.SayAsync(scene.Lin, "不急");

        var row = await scene.RowAsync(scene.Wang);
        Assert.Equal((1, false), (row.Unread, row.Mentioned));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_with_one_name_the_picked_one_is_meant(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var namesake = await scene.Host.Given.PersonAsync("王浩然", scene.Bureau);
        await scene.Host.Get<AddMembers>().HandleAsync(scene.Group, [namesake.Id], scene.Lin.Id, ChatScene.Now);

        await scene.Host.Get<SendMessage>().HandleAsync(
            new SendMessageRequest(scene.Group, Guid.CreateVersion7(), "@王浩然 请看", [namesake.Id]), scene.Lin.Id, ChatScene.Now);

        Assert.True((await scene.RowAsync(namesake)).Mentioned);
        Assert.False((await scene.RowAsync(scene.Wang)).Mentioned);
    }
}
