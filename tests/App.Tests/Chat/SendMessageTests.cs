using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class SendMessageTests
{
    [Theory, EveryDatabase]
    public async Task Fifty_senders_at_once_get_places_without_a_gap(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var sent = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(
            () => scene.SayAsync(number % 2 == 0 ? scene.Lin : scene.Wang, $"第 {number} 条"))));

        Assert.Equal(Enumerable.Range(1, 200).Select(place => (long)place), sent.Select(one => one.Value.Message.Seq).Order());
        Assert.Equal(Enumerable.Range(1, 200).Select(place => (long)place), sent.Select(one => one.Value.Message.Rev).Order());
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var head = await kept.ConversationHeads.SingleAsync(ChatScene.Now);
        Assert.Equal((200, 200), (head.LastSeq, head.LastRev));
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_send_answers_with_the_first_message(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var id = Guid.CreateVersion7();

        var first = await scene.SayAsync(scene.Lin, "请速报", id);
        var second = await scene.SayAsync(scene.Lin, "别的话", id);

        Assert.False(first.Value.IsRepeat);
        Assert.True(second.Value.IsRepeat);
        Assert.Equal(first.Value.Message, second.Value.Message);
        Assert.Single((await scene.ReadAsync(scene.Wang)).Messages);
    }

    [Theory, EveryDatabase]
    public async Task The_same_send_many_times_at_once_is_one_message(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();

        var sent = await Task.WhenAll(ids.SelectMany(id => Enumerable.Repeat(id, 5)).Select(id => Task.Run(
            () => scene.SayAsync(scene.Lin, "请速报", id))));

        Assert.Equal(20, sent.Count(one => !one.Value.IsRepeat));
        Assert.Equal(20, sent.Select(one => one.Value.Message).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 20).Select(place => (long)place), (await scene.ReadAsync(scene.Lin)).Messages.Select(one => one.Seq));
    }

    [Theory, EveryDatabase]
    public async Task A_client_id_belongs_to_one_conversation(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var other = await scene.Host.Given.GroupAsync("另一个群", scene.Lin, scene.Stranger);
        var id = Guid.CreateVersion7();

        await scene.SayAsync(scene.Lin, "请速报", id);
        var again = await scene.SayAsync(scene.Lin, "请速报", id, other.Id);

        Assert.Equal(RefusalKind.Conflict, again.Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Two_people_may_use_the_same_client_id(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var id = Guid.CreateVersion7();

        var one = await scene.SayAsync(scene.Lin, "甲", id);
        var other = await scene.SayAsync(scene.Wang, "乙", id);

        Assert.False(one.Value.IsRepeat || other.Value.IsRepeat);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_is_refused_as_if_there_were_no_such_conversation(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var stranger = await scene.SayAsync(scene.Stranger, "你好");
        var nowhere = await scene.SayAsync(scene.Lin, "你好", where: ConversationId.New());

        Assert.Equal(RefusalKind.NotFound, stranger.Refusal?.Kind);
        Assert.Equal(nowhere.Refusal, stranger.Refusal);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(0, (await kept.ConversationHeads.SingleAsync(ChatScene.Now)).LastSeq);
        Assert.False(await kept.Messages.AnyAsync(ChatScene.Now));
    }

    [Theory, EveryDatabase]
    public async Task Who_left_sends_no_more(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.Host.Get<LeaveGroup>().HandleAsync(scene.Group, scene.Wang.Id, ChatScene.Now);

        var sent = await scene.SayAsync(scene.Wang, "还在吗");

        Assert.Equal(RefusalKind.NotFound, sent.Refusal?.Kind);
    }

    [Theory]
    [EveryDatabase("", "Chat.TextEmpty")]
    [EveryDatabase(" \n\t\u0000\u0007 ", "Chat.TextEmpty")]
    public async Task A_message_without_text_is_refused(Database database, string body, string key)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var sent = await scene.SayAsync(scene.Lin, body);

        Assert.Equal(key, sent.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task A_message_may_be_as_long_as_the_limit_and_no_longer(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var fits = await scene.SayAsync(scene.Lin, new string('海', Message.MaxLength));
        var tooLong = await scene.SayAsync(scene.Lin, new string('海', Message.MaxLength + 1));

        Assert.Equal(Message.MaxLength, fits.Value.Message.Body.Length);
        Assert.Equal((RefusalKind.Invalid, "Chat.TextTooLong"), (tooLong.Refusal?.Kind, tooLong.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Markup_is_kept_as_text_and_control_characters_are_not_kept(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        await scene.SayAsync(scene.Lin, "<script>alert('𬭊')</script>\u0000\u202e\r\n第二行\u0007");

        Assert.Equal("<script>alert('𬭊')</script>\n第二行", (await scene.ReadAsync(scene.Wang)).Messages.Single().Body);
    }

    [Theory, EveryDatabase]
    public async Task An_empty_client_id_is_refused(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var sent = await scene.SayAsync(scene.Lin, "你好", Guid.Empty);

        Assert.Equal("Chat.ClientIdMissing", sent.Refusal?.TextKey);
    }
}
