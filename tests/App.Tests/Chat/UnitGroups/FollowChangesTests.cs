using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.UnitGroups;

/// <summary>A beat of the directory compares the groups a change can have touched, and asks nothing about the others.</summary>
public sealed class FollowChangesTests
{
    private static CancellationToken Now => UnitGroupStage.Now;

    [Theory, EveryDatabase]
    public async Task Groups_that_are_not_touched_cost_nothing(Database database)
    {
        using var plans = QueryPlans.Listen();
        await using var stage = await UnitGroupStage.SetAsync(database, byItself: false);
        var posts = stage.Posts;
        await stage.FoundAsync(stage.Department, isUnitOnly: true, posts.Admin);
        await stage.FollowChangesAsync();
        var few = await CostAsync();
        for (var number = 0; number < 6; number++)
        {
            var unit = await posts.Host.Given.UnitAsync($"第{number}小学", posts.Bureau);
            await posts.Host.Given.PersonAsync("卢慧雯", unit);
            await stage.FoundAsync(unit, isUnitOnly: true, posts.Admin);
            await stage.FoundAsync(unit, isUnitOnly: false, posts.Admin);
        }

        await stage.FollowChangesAsync();
        var many = await CostAsync();

        Assert.True(few > 4, $"{few} queries");
        Assert.Equal(few, many);

        // Somebody comes into the department: one group of all there are.
        async Task<int> CostAsync()
        {
            var added = await posts.Get<AddPost>().HandleAsync(
                new AddPostRequest(posts.Clerk.Id, stage.Department.Id, new PostDetails("借调")), posts.Admin.Id, Now);
            plans.Begin(posts.Host);
            var before = plans.Total;
            Assert.Equal(1, await stage.FollowChangesAsync());
            var cost = plans.Total - before;
            plans.End();
            await posts.Get<RemovePost>().HandleAsync(new RemovePostRequest(added.Value, 0), posts.Admin.Id, Now);
            await stage.FollowChangesAsync();
            return cost;
        }
    }

    [Theory, EveryDatabase]
    public async Task A_beat_without_a_change_asks_for_no_group(Database database)
    {
        using var plans = QueryPlans.Listen();
        await using var stage = await UnitGroupStage.SetAsync(database, byItself: false);
        await stage.FoundAsync(stage.Department, isUnitOnly: true, stage.Posts.Admin);
        await stage.FollowChangesAsync();
        plans.Begin(stage.Posts.Host);

        Assert.Equal(0, await stage.FollowChangesAsync());

        Assert.Equal(2, plans.Total);
    }

    [Theory, EveryDatabase]
    public async Task What_no_change_told_of_is_found_once_a_day(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database, byItself: false);
        var group = (await stage.FoundAsync(stage.Department, isUnitOnly: true, stage.Posts.Admin)).Value;
        await stage.FollowChangesAsync();
        var silent = await stage.Posts.Host.Given.PersonAsync("卢慧雯", stage.Department);

        Assert.Equal(0, await stage.FollowChangesAsync());
        stage.Posts.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await stage.FollowChangesAsync());

        Assert.Contains(silent.Id, await stage.MembersAsync(group));
    }

    [Theory, EveryDatabase]
    public async Task What_a_transfer_hands_over_and_gives_back_is_followed(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database, byItself: false);
        var posts = stage.Posts;
        var side = await posts.Host.Given.PostAsync(posts.Clerk, stage.Section, "专班副组长");
        var section = (await stage.FoundAsync(stage.Section, isUnitOnly: true, posts.Admin)).Value;
        await stage.FollowChangesAsync();
        var main = (await posts.PostsOfAsync(posts.Clerk)).Single(post => post.IsMain);

        var moved = await posts.Get<TransferPerson>().HandleAsync(
            new TransferPersonRequest(main.Id, posts.Other.Id, new PostDetails("科员"), main.Version)
            {
                HandOver = [new HandOverItem(HandOverKind.Post, side.Id.Value, stage.Inside.Id)],
            },
            posts.Province.Id,
            Now);
        await stage.FollowChangesAsync();
        var handed = await stage.MembersAsync(section);
        await posts.Get<UndoChange>().HandleAsync(moved.Value, posts.Province.Id, Now);
        await stage.FollowChangesAsync();

        Assert.Equal(new[] { posts.Clerk.Id, stage.Inside.Id, stage.Deep.Id }.Order(), handed);
        Assert.Equal(new[] { posts.Clerk.Id, stage.Deep.Id }.Order(), await stage.MembersAsync(section));
    }

    [Theory, EveryDatabase]
    public async Task After_any_random_series_the_members_are_the_audience_too(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database, byItself: false);
        var posts = stage.Posts;
        var random = new Random(20261124);
        Unit[] units = [posts.Bureau, posts.Other, stage.Department, stage.Section, stage.Office];
        Person[] people = [posts.Clerk, stage.Inside, stage.Deep, stage.Below, posts.OtherAdmin];
        List<ConversationId> groups = [];
        foreach (var unit in units)
        {
            groups.Add((await stage.FoundAsync(unit, isUnitOnly: true, posts.Province)).Value);
            groups.Add((await stage.FoundAsync(unit, isUnitOnly: false, posts.Province)).Value);
        }

        for (var step = 0; step < 24; step++)
        {
            await FollowDirectoryTests.ActAsync(stage, random, units, people[random.Next(people.Length)]);
            await stage.FollowChangesAsync();
            if (step % 4 == 3)
            {
                foreach (var group in groups)
                {
                    await stage.AssertIsAudienceAsync(group);
                }
            }
        }
    }
}
