using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.UnitGroups;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.UnitGroups;

public sealed class FoundUnitGroupTests
{
    private static CancellationToken Now => UnitGroupStage.Now;

    [Theory, EveryDatabase]
    public async Task The_unit_alone_has_its_departments_in_it_and_the_subtree_all_below(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);

        var alone = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: true, stage.Posts.Admin);
        var subtree = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, stage.Posts.Admin, "全局上下");

        PersonId[] inner = [stage.Posts.Admin.Id, stage.Posts.Clerk.Id, stage.Inside.Id, stage.Deep.Id];
        Assert.Equal(inner.Order(), await stage.MembersAsync(alone.Value));
        Assert.Equal(inner.Append(stage.Below.Id).Order(), await stage.MembersAsync(subtree.Value));
        Assert.Equal([stage.Posts.Admin.Id], await stage.OwnersAsync(alone.Value));
        var list = (await stage.Posts.Get<ListUnitGroups>().HandleAsync(stage.Posts.Bureau.Id, stage.Posts.Admin.Id, Now)).Value;
        Assert.Equal((4, 5), (list.Alone, list.Below));
        Assert.Equal([("全局上下", 5, true), ("海口市教育局", 4, true)], list.Groups.Select(group => (group.Title, group.Members, group.IsMine)));
        Assert.Equal(["LineUnitFounded(吴清源)"], await stage.LinesAsync(alone.Value));
    }

    [Theory, EveryDatabase]
    public async Task Heads_may_and_others_are_refused_and_written_down(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var head = await stage.Posts.Host.Given.PersonAsync("符兴", stage.Office);
        await stage.Posts.Host.Given.PostAsync(head, stage.Office, "校长", "leader");

        var clerk = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, stage.Posts.Clerk);
        var neighbour = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, stage.Posts.OtherAdmin);
        var above = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, head);
        var own = await stage.FoundAsync(stage.Office, isUnitOnly: false, head);
        var nothing = await stage.Posts.Get<FoundUnitGroup>().HandleAsync(new(UnitId.New(), false, null), head.Id, Now);
        var looked = await stage.Posts.Get<ListUnitGroups>().HandleAsync(stage.Posts.Bureau.Id, stage.Posts.Clerk.Id, Now);

        Assert.All(new[] { clerk, neighbour, above }, refused => Assert.Equal("People.NotYourSubtree", refused.Refusal?.TextKey));
        Assert.Null(own.Refusal);
        Assert.Equal("People.NoSuchUnit", nothing.Refusal?.TextKey);
        Assert.Equal(RefusalKind.Forbidden, looked.Refusal?.Kind);
        await using var kept = await stage.Posts.Host.OpenDatabaseAsync();
        Assert.Equal(3, await kept.AuditEntries.CountAsync(entry => entry.Action == "unit.group" && entry.Result == AuditResult.Refused, Now));
        Assert.Equal(1, await kept.AuditEntries.CountAsync(entry => entry.Action == "unit.group" && entry.Result == AuditResult.Done, Now));
    }

    [Theory, EveryDatabase]
    public async Task A_second_one_of_the_same_reach_an_empty_one_and_a_long_title_are_refused_and_nothing_stays(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var empty = await stage.Posts.Host.Given.UnitAsync("空处", stage.Posts.Bureau, kind: UnitKind.Department);
        await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, stage.Posts.Admin);

        var again = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: false, stage.Posts.Province);
        var nobody = await stage.FoundAsync(empty, isUnitOnly: false, stage.Posts.Admin);
        var lengthy = await stage.FoundAsync(stage.Office, isUnitOnly: false, stage.Posts.Admin, new string('长', 61));

        Assert.Equal(
            ["Chat.UnitGroupThere", "Chat.UnitGroupEmpty", "Chat.TitleTooLong"],
            new[] { again, nobody, lengthy }.Select(refused => refused.Refusal?.TextKey));
        await using var kept = await stage.Posts.Host.OpenDatabaseAsync();
        Assert.Equal((1, 1), (await kept.Conversations.CountAsync(Now), await kept.Audiences.CountAsync(Now)));
    }

    [Theory, EveryDatabase]
    public async Task A_founder_from_outside_is_not_in_it_and_the_first_of_the_unit_owns_it(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);

        var group = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: true, stage.Posts.Province);

        Assert.DoesNotContain(stage.Posts.Province.Id, await stage.MembersAsync(group.Value));
        Assert.Equal([stage.Posts.Admin.Id], await stage.OwnersAsync(group.Value));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_added_or_leaves_by_hand(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var group = await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: true, stage.Posts.Admin);
        var before = await stage.MembersAsync(group.Value);

        var added = await stage.Posts.Get<AddMembers>().HandleAsync(group.Value, [stage.Below.Id], stage.Posts.Admin.Id, Now);
        var left = await stage.Posts.Get<LeaveGroup>().HandleAsync(group.Value, stage.Inside.Id, Now);
        var renamed = await stage.Posts.Get<RenameGroup>().HandleAsync(group.Value, "教育局全体", stage.Posts.Admin.Id, Now);
        var row = await stage.Posts.Get<ReadConversation>().HandleAsync(group.Value, stage.Inside.Id, Now);

        Assert.Equal(("Chat.FollowsDirectory", "Chat.FollowsDirectory"), (added.Refusal?.TextKey, left.Refusal?.TextKey));
        Assert.Equal(before, await stage.MembersAsync(group.Value));
        Assert.Equal(("教育局全体", true), (renamed.Value, row.Value.Row.FollowsDirectory));
    }
}
