using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class ListConversationsTests
{
    [Theory, EveryDatabase]
    public async Task Pages_hold_every_conversation_once_even_when_many_moved_in_the_same_instant(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await ChatScene.StartAsync(database, new TestHostOptions { Clock = clock });
        for (var number = 0; number < 25; number++)
        {
            await scene.Host.Given.GroupAsync($"群 {number}", scene.Lin, scene.Wang);
        }

        var list = scene.Host.Get<ListConversations>();
        var seen = new List<ConversationId>();
        ConversationCursor? after = null;
        do
        {
            var page = await list.HandleAsync(new ListConversationsRequest(after, 10), scene.Lin.Id, ChatScene.Now);
            seen.AddRange(page.Rows.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(26, seen.Count);
        Assert.Equal(26, seen.Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task The_last_moved_stands_first_with_its_last_line(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await ChatScene.StartAsync(database, new TestHostOptions { Clock = clock });
        clock.Advance(TimeSpan.FromMinutes(1));
        var younger = await scene.Host.Given.GroupAsync("新群", scene.Lin);
        clock.Advance(TimeSpan.FromMinutes(1));

        await scene.SayAsync(scene.Wang, "第一行\n第二行" + new string('长', 200));

        var rows = (await scene.Host.Get<ListConversations>().HandleAsync(new ListConversationsRequest(), scene.Lin.Id, ChatScene.Now)).Rows;
        Assert.Equal([scene.Group, younger.Id], rows.Select(row => row.Id));
        Assert.StartsWith("第一行 第二行长", rows[0].Line?.Text, StringComparison.Ordinal);
        Assert.Equal(MessageExcerpt.MaxLength + 1, rows[0].Line?.Text.Length);
        Assert.Equal("王浩然", rows[0].Line?.SenderName);
        Assert.Null(rows[1].Line);
    }

    [Theory, EveryDatabase]
    public async Task Two_people_have_one_chat_called_by_the_others_name(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var open = scene.Host.Get<OpenDirectChat>();

        var opened = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => number % 2 == 0
            ? open.HandleAsync(scene.Wang.Id, scene.Lin.Id, ChatScene.Now)
            : open.HandleAsync(scene.Lin.Id, scene.Wang.Id, ChatScene.Now))));
        var chat = opened.Select(one => one.Value).Distinct().Single();
        var empty = await scene.Host.Get<ListConversations>().HandleAsync(new ListConversationsRequest(), scene.Wang.Id, ChatScene.Now);
        await scene.SayAsync(scene.Lin, "在吗", where: chat);

        Assert.DoesNotContain(empty.Rows, row => row.Id == chat);
        var rows = (await scene.Host.Get<ListConversations>().HandleAsync(new ListConversationsRequest(), scene.Wang.Id, ChatScene.Now)).Rows;
        Assert.Equal(("林小雨", scene.Lin.Id, 1), rows.Where(row => row.Id == chat).Select(row => (row.Title, row.OtherId, row.Unread)).Single());
    }

    [Theory, EveryDatabase]
    public async Task A_chat_with_oneself_or_with_nobody_is_refused(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var open = scene.Host.Get<OpenDirectChat>();

        var self = await open.HandleAsync(scene.Lin.Id, scene.Lin.Id, ChatScene.Now);
        var nobody = await open.HandleAsync(Domain.People.PersonId.New(), scene.Lin.Id, ChatScene.Now);

        Assert.Equal(RefusalKind.Invalid, self.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, nobody.Refusal?.Kind);
    }
}
