using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.Messages;

public sealed class EditMessageTests
{
    [Theory, EveryDatabase]
    public async Task The_sender_words_a_message_anew_and_everybody_reads_the_new_wording(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "请于周五前报送");

        var edited = await scene.EditAsync(scene.Lin, sent, "请于周四前报送");

        Assert.Equal(("请于周四前报送", 2L), (edited.Value.Body, edited.Value.Rev));
        var read = Assert.Single((await scene.ReadAsync(scene.Wang)).Messages);
        Assert.Equal((edited.Value.Body, edited.Value.Rev, sent, true), (read.Body, read.Rev, read.Seq, read.EditedAt is not null));
        Assert.Equal("请于周四前报送", (await scene.RowAsync(scene.Wang)).Line?.Text);
    }

    [Theory, EveryDatabase]
    public async Task What_it_said_before_is_read_by_every_member_and_by_no_stranger(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "一");
        await scene.EditAsync(scene.Lin, sent, "二");
        await scene.EditAsync(scene.Lin, sent, "三");

        var read = await scene.Get<ListWordings>().HandleAsync(scene.Place(sent), scene.Wang.Id, ChatScene.Now);
        var stranger = await scene.Get<ListWordings>().HandleAsync(scene.Place(sent), scene.Stranger.Id, ChatScene.Now);
        var nowhere = await scene.Get<ListWordings>().HandleAsync(scene.Place(99), scene.Wang.Id, ChatScene.Now);

        Assert.Equal(["一", "二", "三"], read.Value.Wordings.Select(wording => wording.Body));
        Assert.Equal((RefusalKind.NotFound, nowhere.Refusal), (stranger.Refusal!.Kind, stranger.Refusal));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_words_it_anew_and_a_stranger_learns_nothing(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Wang, "原话");

        var owner = await scene.EditAsync(scene.Lin, sent, "改话");
        var stranger = await scene.EditAsync(scene.Stranger, sent, "改话");
        var nothing = await scene.EditAsync(scene.Lin, 99, "改话");

        Assert.Equal("Chat.EditOwnOnly", owner.Refusal?.TextKey);
        Assert.Equal(nothing.Refusal, stranger.Refusal);
        Assert.Equal("原话", (await scene.ReadAsync(scene.Wang)).Messages.Single().Body);
        Assert.Equal(1, (await scene.ReadAsync(scene.Wang)).LastRev);
    }

    [Theory, EveryDatabase]
    public async Task After_the_set_time_nothing_is_worded_anew(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "原话");

        scene.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var edited = await scene.EditAsync(scene.Lin, sent, "改话");

        Assert.Equal("Chat.TooLateToEdit", edited.Refusal?.TextKey);
    }

    [Theory]
    [EveryDatabase("", "Chat.TextEmpty")]
    [EveryDatabase("  \n ", "Chat.TextEmpty")]
    public async Task A_wording_must_say_something(Database database, string body, string key)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "原话");

        Assert.Equal(key, (await scene.EditAsync(scene.Lin, sent, body)).Refusal?.TextKey);
        Assert.Equal("Chat.TextTooLong", (await scene.EditAsync(scene.Lin, sent, new string('海', Message.MaxLength + 1))).Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task The_same_wording_again_changes_nothing(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "原话");

        var edited = await scene.EditAsync(scene.Lin, sent, " 原话 ");

        Assert.Equal((1L, null), (edited.Value.Rev, edited.Value.EditedAt));
        Assert.Equal(1, (await scene.ReadAsync(scene.Lin)).LastRev);
    }

    [Theory, EveryDatabase]
    public async Task Many_edits_at_once_are_all_kept_in_one_order(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "零");

        var edits = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => scene.EditAsync(scene.Lin, sent, $"第 {number} 稿"))));

        Assert.Equal(Enumerable.Range(2, 20).Select(rev => (long)rev), edits.Select(edit => edit.Value.Rev).Order());
        var wordings = await scene.Get<ListWordings>().HandleAsync(scene.Place(sent), scene.Lin.Id, ChatScene.Now);
        Assert.Equal(21, wordings.Value.Wordings.Select(wording => wording.Body).Distinct().Count());
        Assert.Equal(edits.MaxBy(edit => edit.Value.Rev).Value.Body, wordings.Value.Wordings[^1].Body);
    }
}
