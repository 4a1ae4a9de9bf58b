using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.Messages;

public sealed class ReactionTests
{
    [Theory, EveryDatabase]
    public async Task Signs_are_counted_and_named_in_the_order_they_came(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "今晚值班已安排");

        await scene.ReactAsync(scene.Wang, sent, "👍");
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.ReactAsync(scene.Lin, sent, "👏");
        await scene.ReactAsync(scene.Lin, sent, "👍");

        var tallies = (await scene.ReadAsync(scene.Wang)).Messages.Single().Reactions;
        Assert.Equal([("👍", 2), ("👏", 1)], tallies.Select(tally => (tally.Sign, tally.Count)));
        Assert.Equal([scene.Wang.Id, scene.Lin.Id], tallies[0].First);
    }

    [Theory, EveryDatabase]
    public async Task Saying_the_same_twice_changes_nothing_and_taking_it_back_leaves_nothing(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "今晚值班已安排");

        await scene.ReactAsync(scene.Wang, sent, "👍");
        var twice = await scene.ReactAsync(scene.Wang, sent, "👍");
        Assert.Equal((2L, 1), (twice.Value.Rev, twice.Value.Reactions.Single().Count));

        var off = await scene.ReactAsync(scene.Wang, sent, "👍", on: false);
        var offTwice = await scene.ReactAsync(scene.Wang, sent, "👍", on: false);

        Assert.Equal((3L, 3L), (off.Value.Rev, offTwice.Value.Rev));
        Assert.Empty(offTwice.Value.Reactions);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_known_signs_and_only_by_members(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "今晚值班已安排");

        Assert.Equal("Chat.NoSuchSign", (await scene.ReactAsync(scene.Wang, sent, "<b>")).Refusal?.TextKey);
        Assert.Equal((await scene.ReactAsync(scene.Lin, 99, "👍")).Refusal, (await scene.ReactAsync(scene.Stranger, sent, "👍")).Refusal);
        Assert.Empty((await scene.ReadAsync(scene.Lin)).Messages.Single().Reactions);
    }

    [Theory, EveryDatabase]
    public async Task A_message_answers_another_and_carries_its_place(Database database)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var sent = await scene.SayAsync(scene.Lin, "材料齐了吗");

        var answer = await scene.AnswerAsync(scene.Wang, sent, "齐了");
        var repeated = await scene.AnswerAsync(scene.Wang, sent, "齐了", answer.Value.Message.ClientId);
        var nowhere = await scene.AnswerAsync(scene.Wang, 99, "齐了");
        var stranger = await scene.AnswerAsync(scene.Stranger, sent, "齐了");

        Assert.Equal(sent, answer.Value.Message.ReplyTo);
        Assert.Equal((true, sent), (repeated.Value.IsRepeat, repeated.Value.Message.ReplyTo));
        Assert.Equal(sent, (await scene.ReadAsync(scene.Lin)).Messages[^1].ReplyTo);
        Assert.Equal(("Chat.AnsweredGone", nowhere.Refusal), (nowhere.Refusal?.TextKey, stranger.Refusal));
    }
}
