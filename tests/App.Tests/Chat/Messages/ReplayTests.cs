using System.Globalization;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.Messages;

/// <summary>
/// In the manner of Zulip's verify_action: after any series of operations the state a session holds, plus the events it was
/// told (late, twice, in another order, or not at all and read as a gap), equals what a new reader is shown. The environment's
/// HZT_REPLAY_CASES asks for another number of series.
/// </summary>
public sealed class ReplayTests
{
    private static readonly string[] _bodies = ["收到", "请各单位速报", "@王浩然 请看", "@所有人 开会", "𬭊先生已到", "第二稿"];

    [Theory]
    [EveryDatabase(600)]
    public async Task State_and_replayed_events_equal_the_fresh_state(Database database, int usual)
    {
        await using var scene = await MessageScene.StartAsync(database);
        var cases = int.TryParse(Environment.GetEnvironmentVariable("HZT_REPLAY_CASES"), CultureInfo.InvariantCulture, out var asked) ? asked : usual;
        var random = new Random(20461124);
        var told = new List<ConversationEvent>();
        using var watch = scene.Get<IChatFeed>().Observe(told.Add);
        var shown = new Timeline();
        shown.Reset(await scene.ReadAsync(scene.Wang));

        for (var number = 0; number < cases; number++)
        {
            told.Clear();
            for (var act = random.Next(1, 4); act > 0; act--)
            {
                await ActAsync(scene, random, shown.LastSeq + 1);
            }

            Deliver(shown, told, random);
            await CatchUpAsync(scene, shown);

            var fresh = await scene.ReadAsync(scene.Wang);
            Assert.Equal((fresh.LastSeq, fresh.LastRev, false), (shown.LastSeq, shown.Rev, shown.HasGap));
            Assert.Equal(Words(fresh.Messages), Words(shown.Messages.TakeLast(fresh.Messages.Count)));
        }
    }

    private static async Task ActAsync(MessageScene scene, Random random, long last)
    {
        var by = random.Next(2) == 0 ? scene.Lin : scene.Wang;
        var seq = Math.Max(1, last - random.Next(12));
        var body = _bodies[random.Next(_bodies.Length)];
        switch (random.Next(10))
        {
            case < 3:
                await scene.SayAsync(by, body);
                break;
            case 3:
                await scene.AnswerAsync(by, seq, body);
                break;
            case 4 or 5:
                await scene.EditAsync(by, seq, body + random.Next(5));
                break;
            case 6:
                await scene.RecallAsync(by, seq);
                break;
            case 7:
                await scene.Get<RenameGroup>().HandleAsync(scene.Group, $"防汛值守{random.Next(9)}", scene.Lin.Id, ChatScene.Now);
                break;
            default:
                await scene.ReactAsync(by, seq, Reaction.Signs[random.Next(3)], random.Next(3) > 0);
                break;
        }
    }

    // Some are lost, some come twice, and the order is anybody's.
    private static void Deliver(Timeline shown, List<ConversationEvent> told, Random random)
    {
        var arriving = told.Where(_ => random.Next(5) > 0).Concat(told.Where(_ => random.Next(5) == 0)).OrderBy(_ => random.Next()).ToList();
        foreach (var happened in arriving)
        {
            var message = happened switch
            {
                MessagePosted posted => posted.Message,
                MessageChanged changed => changed.Message,
                MembersChanged members => members.Line,
                _ => null,
            };
            if (message is not null)
            {
                shown.Merge(message);
            }
        }
    }

    private static async Task CatchUpAsync(MessageScene scene, Timeline shown)
    {
        var missed = await scene.Get<ReadChanges>().HandleAsync(scene.Group, shown.Rev, scene.Wang.Id, ChatScene.Now);
        Assert.False(missed.Value.Reload);
        foreach (var change in missed.Value.Changes)
        {
            shown.Merge(change.Rev, change.Message);
        }

        shown.CatchUp(missed.Value.Rev);
    }

    private static IEnumerable<string> Words(IEnumerable<MessageView> messages) => messages.Select(message =>
        $"{message.Seq} {message.Rev} {message.SenderId} {message.Kind} {message.State} {message.ReplyTo} {message.EditedAt:O} {message.Body} "
        + string.Join(' ', message.Reactions.Select(tally => $"{tally.Sign}{tally.Count}{string.Concat(tally.First)}")));
}
