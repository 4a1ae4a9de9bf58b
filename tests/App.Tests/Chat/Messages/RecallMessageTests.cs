using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.Messages;

public sealed class RecallMessageTests
{
    [Theory, EveryDatabase]
    public async Task A_recalled_message_leaves_a_line_and_nothing_of_its_text(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "发错群了 @王浩然");
        await scene.ReactAsync(scene.Wang, sent, "👍");
        await scene.EditAsync(scene.Lin, sent, "发错群了");

        var recalled = await scene.RecallAsync(scene.Lin, sent);

        Assert.True(recalled.Value.IsRecalled);
        var read = Assert.Single((await scene.ReadAsync(scene.Wang)).Messages);
        Assert.Equal(("Chat.LineRecalled", "林小雨"), (SystemLine.Read(read.Body).TextKey, SystemLine.Read(read.Body).Arguments[0]));
        Assert.Empty(read.Reactions);
        var row = await scene.RowAsync(scene.Wang);
        Assert.Equal((MessageKind.System, false), (row.Line?.Kind, row.Mentioned));
        var wordings = await scene.Get<ListWordings>().HandleAsync(scene.Place(sent), scene.Wang.Id, ChatScene.Now);
        Assert.Equal("Chat.NoSuchMessage", wordings.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task The_owner_recalls_for_others_and_the_line_says_so(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Wang, "不当言论");
        scene.Clock.Advance(TimeSpan.FromDays(400));

        var recalled = await scene.RecallAsync(scene.Lin, sent);

        var (key, names) = SystemLine.Read(recalled.Value.Body);
        Assert.Equal("Chat.LineRecalledFor", key);
        Assert.Equal(["林小雨", "王浩然"], names);
    }

    [Theory, EveryDatabase]
    public async Task A_member_recalls_only_what_is_the_members_own(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "通知");

        Assert.Equal("Chat.RecallOwnOnly", (await scene.RecallAsync(scene.Wang, sent)).Refusal?.TextKey);
        Assert.Equal((await scene.RecallAsync(scene.Lin, 99)).Refusal, (await scene.RecallAsync(scene.Stranger, sent)).Refusal);
        Assert.Equal("通知", (await scene.ReadAsync(scene.Wang)).Messages.Single().Body);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_of_the_group_keeps_order_as_the_owner_does(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "通知");
        await scene.MakeAdministratorAsync(scene.Wang);

        Assert.True((await scene.RecallAsync(scene.Wang, sent)).Value.IsRecalled);
    }

    [Theory, EveryDatabase]
    public async Task After_the_set_time_a_member_recalls_no_more(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Wang, "旧事");
        scene.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        Assert.Equal("Chat.TooLateToRecall", (await scene.RecallAsync(scene.Wang, sent)).Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task The_sender_alone_may_take_the_words_up_again_for_ten_minutes(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Wang, "写错了");
        await scene.RecallAsync(scene.Wang, sent);

        Assert.Equal("写错了", (await scene.OneAsync(scene.Wang, sent)).Recalled);
        Assert.Null((await scene.OneAsync(scene.Lin, sent)).Recalled);
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null((await scene.OneAsync(scene.Wang, sent)).Recalled);
    }

    [Theory, EveryDatabase]
    public async Task What_is_recalled_is_neither_edited_nor_answered_nor_reacted_to(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "撤回我");
        await scene.RecallAsync(scene.Lin, sent);
        var again = await scene.RecallAsync(scene.Lin, sent);

        Assert.Equal(2, again.Value.Rev);
        Assert.Equal("Chat.NothingToEdit", (await scene.EditAsync(scene.Lin, sent, "新话")).Refusal?.TextKey);
        Assert.Equal("Chat.NothingToReactTo", (await scene.ReactAsync(scene.Wang, sent, "👍")).Refusal?.TextKey);
        Assert.Equal("Chat.AnsweredGone", (await scene.AnswerAsync(scene.Wang, sent, "收到")).Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task A_line_of_the_systems_stays(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        await scene.Get<RenameGroup>().HandleAsync(scene.Group, "新名称", scene.Lin.Id, ChatScene.Now);

        Assert.Equal("Chat.NothingToRecall", (await scene.RecallAsync(scene.Lin, 1)).Refusal?.TextKey);
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(1, (await kept.ConversationHeads.SingleAsync(ChatScene.Now)).LastRev);
    }
}
