using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class GroupTests
{
    [Theory, EveryDatabase]
    public async Task A_group_without_a_title_is_called_by_its_members(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        var founded = await scene.Host.Get<FoundGroup>().HandleAsync(
            new FoundGroupRequest([scene.Wang.Id, scene.Stranger.Id, scene.Wang.Id, scene.Lin.Id], "  "), scene.Lin.Id, ChatScene.Now);

        var row = await scene.Host.Get<ReadConversation>().HandleAsync(founded.Value, scene.Wang.Id, ChatScene.Now);
        Assert.Equal("林小雨、王浩然、单婉清", row.Value.Row.Title);
        Assert.Equal((1, MessageKind.System), (row.Value.Row.Unread, row.Value.Row.Line!.Kind));
        var roster = await scene.Host.Get<ListMembers>().HandleAsync(founded.Value, scene.Wang.Id, ChatScene.Now);
        Assert.Equal(3, roster.Value.Members.Count);
        Assert.Equal(MemberRole.Owner, roster.Value.Find(scene.Lin.Id)?.Role);
        Assert.Equal(("海口市教育局", "科长"), (roster.Value.Find(scene.Lin.Id)!.UnitName, roster.Value.Find(scene.Lin.Id)!.Title));
    }

    [Theory, EveryDatabase]
    public async Task A_group_needs_others_who_are_there_and_a_title_that_fits(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var found = scene.Host.Get<FoundGroup>();

        Task<Result<ConversationId>> TryAsync(PersonId[] people, string? title) =>
            found.HandleAsync(new FoundGroupRequest(people, title), scene.Lin.Id, ChatScene.Now);

        Assert.Equal("Chat.NobodyPicked", (await TryAsync([scene.Lin.Id], null)).Refusal?.TextKey);
        Assert.Equal("Chat.PersonGone", (await TryAsync([PersonId.New()], null)).Refusal?.TextKey);
        Assert.Equal("Chat.TitleTooLong", (await TryAsync([scene.Wang.Id], new string('长', 61))).Refusal?.TextKey);
        Assert.Equal("Chat.TooManyMembers", (await TryAsync([.. Enumerable.Range(0, 500).Select(_ => PersonId.New())], null)).Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task Any_member_brings_people_in_and_nobody_twice(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var add = scene.Host.Get<AddMembers>();

        var first = await add.HandleAsync(scene.Group, [scene.Stranger.Id, scene.Lin.Id], scene.Wang.Id, ChatScene.Now);
        var again = await add.HandleAsync(scene.Group, [scene.Stranger.Id], scene.Wang.Id, ChatScene.Now);

        Assert.Equal((1, 0), (first.Value, again.Value));
        var line = Assert.Single((await scene.ReadAsync(scene.Stranger)).Messages);
        Assert.Equal(("Chat.LineAdded", "王浩然", "单婉清"), (SystemLine.Read(line.Body).TextKey, SystemLine.Read(line.Body).Arguments[0], SystemLine.Read(line.Body).Arguments[1]));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_owner_renames(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var rename = scene.Host.Get<RenameGroup>();

        var member = await rename.HandleAsync(scene.Group, "新名", scene.Wang.Id, ChatScene.Now);
        var owner = await rename.HandleAsync(scene.Group, " 新\u0007名 ", scene.Lin.Id, ChatScene.Now);
        var empty = await rename.HandleAsync(scene.Group, "\u0007", scene.Lin.Id, ChatScene.Now);

        Assert.Equal(RefusalKind.Forbidden, member.Refusal?.Kind);
        Assert.Equal("新名", owner.Value);
        Assert.Equal(RefusalKind.Invalid, empty.Refusal?.Kind);
        Assert.Equal("新名", (await scene.RowAsync(scene.Wang)).Title);
    }

    [Theory, EveryDatabase]
    public async Task When_the_owner_leaves_another_member_owns_the_group(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);

        await scene.Host.Get<LeaveGroup>().HandleAsync(scene.Group, scene.Lin.Id, ChatScene.Now);

        var roster = (await scene.Host.Get<ListMembers>().HandleAsync(scene.Group, scene.Wang.Id, ChatScene.Now)).Value;
        Assert.Equal([(scene.Wang.Id, MemberRole.Owner)], roster.Members.Select(member => (member.PersonId, member.Role)));
        Assert.Equal("林小雨", roster.Find(scene.Lin.Id)?.Name);
        Assert.DoesNotContain((await scene.Host.Get<ListConversations>().HandleAsync(new ListConversationsRequest(), scene.Lin.Id, ChatScene.Now)).Rows, row => row.Id == scene.Group);
    }

    [Theory, EveryDatabase]
    public async Task Who_comes_back_is_a_member_again_without_old_unread(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.Host.Get<LeaveGroup>().HandleAsync(scene.Group, scene.Wang.Id, ChatScene.Now);
        await scene.SayAsync(scene.Lin, "一");

        await scene.Host.Get<AddMembers>().HandleAsync(scene.Group, [scene.Wang.Id], scene.Lin.Id, ChatScene.Now);

        Assert.Equal(1, (await scene.RowAsync(scene.Wang)).Unread);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_finds_no_door(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await scene.SayAsync(scene.Lin, "内部");
        var (group, who, host) = (scene.Group, scene.Stranger.Id, scene.Host);

        Refusal?[] refused =
        [
            (await host.Get<ReadConversation>().HandleAsync(group, who, ChatScene.Now)).Refusal,
            (await host.Get<ListMessages>().HandleAsync(new ListMessagesRequest(group), who, ChatScene.Now)).Refusal,
            (await host.Get<ReadChanges>().HandleAsync(group, 0, who, ChatScene.Now)).Refusal,
            (await host.Get<ListMembers>().HandleAsync(group, who, ChatScene.Now)).Refusal,
            (await host.Get<AddMembers>().HandleAsync(group, [who], who, ChatScene.Now)).Refusal,
            (await host.Get<RenameGroup>().HandleAsync(group, "我的", who, ChatScene.Now)).Refusal,
            (await host.Get<LeaveGroup>().HandleAsync(group, who, ChatScene.Now)).Refusal,
            (await scene.SayAsync(scene.Stranger, "你好")).Refusal,
        ];

        Assert.All(refused, refusal => Assert.Equal(new Refusal(RefusalKind.NotFound, "Chat.NoSuchConversation").ToString(), refusal?.ToString()));
    }
}
