using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.UnitGroups;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.UnitGroups;

public sealed class DissolveUnitGroupTests
{
    private static CancellationToken Now => UnitGroupStage.Now;

    [Theory, EveryDatabase]
    public async Task A_dissolved_group_has_nobody_in_it_follows_nothing_and_can_be_founded_again(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: true, posts.Admin)).Value;
        MembersChanged? told = null;
        using var watch = posts.Get<IChatFeed>().Observe(happened => told = happened as MembersChanged ?? told);

        var ended = await posts.Get<DissolveUnitGroup>().HandleAsync(posts.Bureau.Id, group, posts.Admin.Id, Now);

        Assert.Null(ended.Refusal);
        Assert.Empty(await stage.MembersAsync(group));
        Assert.Equal(4, told?.Left.Count);
        Assert.Equal("LineUnitDissolved(吴清源)", (await stage.LinesAsync(group))[^1]);
        Assert.Equal("Chat.NoSuchConversation", (await posts.Get<ListMessages>().HandleAsync(new ListMessagesRequest(group), posts.Clerk.Id, Now)).Refusal?.TextKey);
        Assert.Equal(0, await stage.FollowAsync());
        Assert.Empty(await stage.MembersAsync(group));
        await using (var kept = await posts.Host.OpenDatabaseAsync())
        {
            Assert.Equal(0, await kept.Audiences.CountAsync(Now));
            Assert.Equal(1, await kept.AuditEntries.CountAsync(entry => entry.Action == "unit.group-dissolve" && entry.Result == AuditResult.Done, Now));
        }

        var again = await stage.FoundAsync(posts.Bureau, isUnitOnly: true, posts.Admin);
        Assert.Null(again.Refusal);
        Assert.Equal(4, (await stage.MembersAsync(again.Value)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Only_who_may_found_it_may_dissolve_it(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: true, posts.Admin)).Value;
        var work = await posts.Host.Given.GroupAsync("专班", posts.Clerk, posts.Admin);

        async Task<string?> TryAsync(UnitId unit, ConversationId which, Person by) =>
            (await posts.Get<DissolveUnitGroup>().HandleAsync(unit, which, by.Id, Now)).Refusal?.TextKey;

        Assert.Equal("People.NotYourSubtree", await TryAsync(posts.Bureau.Id, group, posts.Clerk));
        Assert.Equal("People.NotYourSubtree", await TryAsync(posts.Bureau.Id, group, posts.OtherAdmin));
        Assert.Equal("Chat.NoSuchConversation", await TryAsync(posts.Other.Id, group, posts.OtherAdmin));
        Assert.Equal("Chat.NoSuchConversation", await TryAsync(posts.Bureau.Id, work.Id, posts.Admin));
        Assert.Equal("People.NoSuchUnit", await TryAsync(UnitId.New(), group, posts.Admin));
        Assert.Equal(4, (await stage.MembersAsync(group)).Count);
        await using var kept = await posts.Host.OpenDatabaseAsync();
        Assert.Equal(2, await kept.AuditEntries.CountAsync(entry => entry.Action == "unit.group-dissolve" && entry.Result == AuditResult.Refused, Now));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_administers_a_group_that_takes_nobody_more_is_told_once(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(stage.Office, isUnitOnly: false, posts.Admin)).Value;
        await CrowdAsync(stage, Conversation.MaxMembers);

        await stage.FollowAsync();
        await stage.FollowAsync();

        Assert.Equal(Conversation.MaxMembers, (await stage.MembersAsync(group)).Count);
        await using var kept = await posts.Host.OpenDatabaseAsync();
        var told = Assert.Single(await kept.Todos.Where(todo => todo.Source == "单位群").ToListAsync(Now));
        Assert.Equal((posts.Admin.Id, "单位群“海口市第一中学”已满 500 人，其余人员未能加入"), (told.PersonId, told.Title));
        Assert.Equal(1, await kept.AuditEntries.CountAsync(entry => entry.Action == "unit.group-full", Now));
    }

    private static async Task CrowdAsync(UnitGroupStage stage, int people)
    {
        await using var database = await stage.Posts.Host.OpenDatabaseAsync();
        for (var number = 0; number < people; number++)
        {
            var person = Person.Create(PersonId.New(), $"crowd{number}", "王浩然", "wang hao ran", null, DateTimeOffset.UnixEpoch).Value;
            database.Add(person);
            database.Add(Post.Create(new NewPost(PostId.New(), person.Id, stage.Office.Id, "教师", null, number, IsMain: true, null, null)).Value);
        }

        await database.SaveChangesAsync(Now);
    }
}
