using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class ReadChangesTests
{
    [Theory, EveryDatabase]
    public async Task The_gap_is_read_in_order(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");
        await scene.SayAsync(scene.Lin, "二");
        await scene.Host.Get<AddMembers>().HandleAsync(scene.Group, [scene.Stranger.Id], scene.Lin.Id, ChatScene.Now);

        var gap = await scene.Host.Get<ReadChanges>().HandleAsync(scene.Group, 1, scene.Wang.Id, ChatScene.Now);

        Assert.False(gap.Value.Reload);
        Assert.Equal(3, gap.Value.Rev);
        Assert.Equal([(2, ChangeOp.Posted, "二"), (3, ChangeOp.Members, gap.Value.Changes[1].Message.Body)], gap.Value.Changes.Select(change => (change.Rev, change.Op, change.Message.Body)));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_up_to_date_reads_nothing(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "一");

        var gap = await scene.Host.Get<ReadChanges>().HandleAsync(scene.Group, 1, scene.Wang.Id, ChatScene.Now);

        Assert.Equal((false, 1, 0), (gap.Value.Reload, gap.Value.Rev, gap.Value.Changes.Count));
    }

    [Theory]
    [EveryDatabase(0)]
    [EveryDatabase(-1)]
    [EveryDatabase(999)]
    public async Task A_gap_too_wide_or_impossible_asks_for_a_reload(Database database, long since)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await Task.WhenAll(Enumerable.Range(0, ReadChanges.MaxGap + 1).Select(number => Task.Run(() => scene.SayAsync(scene.Lin, $"{number}"))));

        var gap = await scene.Host.Get<ReadChanges>().HandleAsync(scene.Group, since, scene.Wang.Id, ChatScene.Now);

        Assert.True(gap.Value.Reload);
        Assert.Empty(gap.Value.Changes);
    }

    [Theory, EveryDatabase]
    public async Task Windows_before_after_and_around_join_without_a_gap(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => scene.SayAsync(scene.Lin, $"{number}"))));

        async Task<MessageWindow> ReadAsync(ListMessagesRequest request) =>
            (await scene.Host.Get<ListMessages>().HandleAsync(request, scene.Wang.Id, ChatScene.Now)).Value;

        var newest = await ReadAsync(new ListMessagesRequest(scene.Group));
        var older = await ReadAsync(new ListMessagesRequest(scene.Group) { Before = newest.Messages[0].Seq });
        var newer = await ReadAsync(new ListMessagesRequest(scene.Group) { After = 90 });
        var around = await ReadAsync(new ListMessagesRequest(scene.Group) { Around = 50, Limit = 20 });

        Assert.Equal((60, 41, 100, false), (newest.Messages.Count, newest.Messages[0].Seq, newest.Messages[^1].Seq, newest.HasNewer));
        Assert.Equal((40, 1, 40, false), (older.Messages.Count, older.Messages[0].Seq, older.Messages[^1].Seq, older.HasOlder));
        Assert.Equal(Enumerable.Range(91, 10).Select(seq => (long)seq), newer.Messages.Select(message => message.Seq));
        Assert.Equal((20, 41, 60), (around.Messages.Count, around.Messages[0].Seq, around.Messages[^1].Seq));
    }
}
