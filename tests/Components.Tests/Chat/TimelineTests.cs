using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class TimelineTests
{
    private static readonly ConversationId _group = ConversationId.New();

    [Fact]
    public void What_is_known_is_dropped_and_what_comes_next_is_shown()
    {
        var timeline = Showing(1, 5);

        Assert.False(timeline.Merge(Message(5)));
        Assert.True(timeline.Merge(Message(6)));

        Assert.Equal([1, 2, 3, 4, 5, 6], Places(timeline));
        Assert.False(timeline.HasGap);
    }

    [Fact]
    public void What_comes_too_early_waits_for_what_is_missing()
    {
        var timeline = Showing(1, 3);

        timeline.Merge(Message(6));
        timeline.Merge(Message(5));
        Assert.True(timeline.HasGap);
        Assert.Equal([1, 2, 3], Places(timeline));

        timeline.Merge(Message(4));

        Assert.False(timeline.HasGap);
        Assert.Equal([1, 2, 3, 4, 5, 6], Places(timeline));
    }

    [Fact]
    public void Whatever_the_order_and_however_often_the_end_is_the_same()
    {
        var random = new Random(20461123);
        for (var round = 0; round < 200; round++)
        {
            var timeline = Showing(1, 3);
            var told = Enumerable.Range(1, 20).Concat(Enumerable.Range(4, 10)).OrderBy(_ => random.Next()).ToList();

            told.ForEach(place => timeline.Merge(Message(place)));

            Assert.Equal(Enumerable.Range(1, 20).Select(place => (long)place), Places(timeline));
            Assert.False(timeline.HasGap);
        }
    }

    [Fact]
    public void The_window_keeps_its_size_at_the_end()
    {
        var timeline = Showing(1, 60);

        Enumerable.Range(61, 60).ToList().ForEach(place => timeline.Merge(Message(place)));

        Assert.Equal((Timeline.MaxRows, 41, 120), (timeline.Messages.Count, timeline.Messages[0].Seq, timeline.Messages[^1].Seq));
        Assert.True(timeline.HasOlder);
    }

    [Fact]
    public void Who_reads_old_messages_is_not_given_new_ones_between()
    {
        var timeline = Showing(100, 160);
        timeline.Extend(Window(60, 99, lastSeq: 160));
        timeline.Extend(Window(20, 59, lastSeq: 160));

        timeline.Merge(Message(161));

        Assert.Equal((Timeline.MaxRows, 20, 99), (timeline.Messages.Count, timeline.Messages[0].Seq, timeline.Messages[^1].Seq));
        Assert.True(timeline.HasNewer);
        Assert.Equal(161, timeline.LastSeq);
    }

    [Fact]
    public void Reading_on_downwards_joins_without_a_gap()
    {
        var timeline = Showing(41, 100);
        timeline.Extend(Window(1, 40, lastSeq: 100));

        timeline.Extend(Window(81, 100, lastSeq: 100));

        Assert.Equal(Enumerable.Range(21, 80).Select(place => (long)place), Places(timeline));
        Assert.False(timeline.HasNewer);
    }

    private static Timeline Showing(long first, long last)
    {
        var timeline = new Timeline();
        timeline.Reset(Window(first, last, last));
        return timeline;
    }

    private static MessageWindow Window(long first, long last, long lastSeq) =>
        new([.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(place => Message(place))], lastSeq, lastSeq, 0);

    private static MessageView Message(long place) => new(
        _group, place, place, MessageId.New(), new PersonId(Guid.CreateVersion7()), Guid.CreateVersion7(), MessageKind.Text, $"{place}", DateTimeOffset.UnixEpoch);

    private static IEnumerable<long> Places(Timeline timeline) => timeline.Messages.Select(message => message.Seq);
}
