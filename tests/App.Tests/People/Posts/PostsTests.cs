using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Posts;

public sealed class PostsTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_second_post_is_added_changed_and_removed_and_each_act_is_kept(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        var added = await stage.Get<AddPost>().HandleAsync(
            new AddPostRequest(stage.Clerk.Id, stage.Other.Id, new PostDetails("联络员", "liaison", EndsOn: stage.Today.AddDays(30)), "专班抽调"), stage.OtherAdmin.Id, Now);
        var changed = await stage.Get<ChangePost>().HandleAsync(
            new ChangePostRequest(added.Value, new PostDetails("总联络员", "liaison", "65338888", "301"), 0), stage.OtherAdmin.Id, Now);
        var card = await stage.Get<ReadPerson>().HandleAsync(stage.Clerk.Id, stage.Admin.Id, Now);
        var removed = await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(added.Value, 1), stage.OtherAdmin.Id, Now);

        Assert.Equal((null, null, null), (added.Refusal, changed.Refusal, removed.Refusal));
        Assert.Equal(("总联络员", "301"), (card.Value.Posts[1].Title, card.Value.Posts[1].Room));
        Assert.True(card.Value.Posts[1].Duty is "联络员" or "Liaison");
        Assert.Single(await stage.PostsOfAsync(stage.Clerk));
        Assert.Equal(["post.add", "post.change", "post.remove"], await stage.ActsAsync());
        var changes = await stage.ChangesAsync();
        Assert.Equal(["post.add", "post.change", "post.remove"], changes.Select(change => change.Action));
        Assert.Equal(("专班抽调", stage.OtherAdmin.Id, stage.Other.Id), (changes[0].Reason, changes[0].MadeBy, changes[0].UnitId));
        Assert.Contains("\"title\":\"联络员\"", changes[1].Before, StringComparison.Ordinal);
        Assert.DoesNotContain("duty", changes[1].After, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_unit_and_strangers_are_refused(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        var details = new PostDetails("局长");

        Refusal?[] refusals =
        [
            (await stage.Get<AddPost>().HandleAsync(new AddPostRequest(stage.Clerk.Id, stage.Bureau.Id, details), stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<AddPost>().HandleAsync(new AddPostRequest(stage.Clerk.Id, stage.Bureau.Id, details), stage.Clerk.Id, Now)).Refusal,
            (await stage.Get<ChangePost>().HandleAsync(new ChangePostRequest(post.Id, details, 0), stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(post.Id, 0), stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<SetMainPost>().HandleAsync(post.Id, stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<ListUnitPosts>().HandleAsync(stage.Bureau.Id, stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<ReorderPosts>().HandleAsync(new ReorderPostsRequest(stage.Bureau.Id, [], []), stage.Clerk.Id, Now)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Forbidden, refusal?.Kind));
        Assert.Equal(RefusalKind.NotFound, (await stage.Get<SetMainPost>().HandleAsync(PostId.New(), stage.Admin.Id, Now)).Refusal?.Kind);
        Assert.Empty(await stage.ChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_post_that_will_not_do_is_refused(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var main = (await stage.PostsOfAsync(stage.Clerk))[0];

        Assert.Equal("People.PostTextLength", (await AddAsync(stage, new PostDetails(" "))).Refusal?.TextKey);
        Assert.Equal("People.NoSuchDuty", (await AddAsync(stage, new PostDetails("甲", "king"))).Refusal?.TextKey);
        Assert.Equal("People.EndsInThePast", (await AddAsync(stage, new PostDetails("甲", EndsOn: stage.Today.AddDays(-1)))).Refusal?.TextKey);
        Assert.Equal("People.NoSuchVisibility", (await AddAsync(stage, new PostDetails("甲", Visibility: (PostVisibility)9))).Refusal?.TextKey);
        Assert.Equal("People.PostThere", (await AddAsync(stage, new PostDetails("科员"))).Refusal?.TextKey);
        Assert.Equal("People.MainPostStands", (await stage.Get<ChangePost>().HandleAsync(
            new ChangePostRequest(main.Id, new PostDetails("科员", EndsOn: stage.Today), 0), stage.Admin.Id, Now)).Refusal?.TextKey);
        Assert.Equal("People.LastPost", (await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(main.Id, 0), stage.Admin.Id, Now)).Refusal?.TextKey);
        Assert.Empty(await stage.ChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_administrators_the_second_learns_what_the_first_wrote(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];

        var both = await Task.WhenAll(
            stage.Get<ChangePost>().HandleAsync(new ChangePostRequest(post.Id, new PostDetails("主任"), 0), stage.Admin.Id, Now),
            stage.Get<ChangePost>().HandleAsync(new ChangePostRequest(post.Id, new PostDetails("主任"), 0), stage.Province.Id, Now));

        var loser = Assert.Single(both, result => result.Refusal is not null).Refusal!;
        Assert.Equal((RefusalKind.Conflict, "People.PostChangedMeanwhile"), (loser.Kind, loser.TextKey));
        Assert.Contains(loser.Arguments[0], new[] { stage.Admin.Name, stage.Province.Name });
        Assert.Equal("主任", loser.Arguments[1]);
    }

    [Theory, EveryDatabase]
    public async Task When_the_main_post_goes_the_oldest_standing_one_is_it(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var main = (await stage.PostsOfAsync(stage.Clerk))[0];
        var temporary = await AddAsync(stage, new PostDetails("专班成员", EndsOn: stage.Today));
        var onlyTemporary = await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(main.Id, 0), stage.Admin.Id, Now);
        var standing = await AddAsync(stage, new PostDetails("工会委员"));

        var removed = await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(main.Id, 0), stage.Admin.Id, Now);

        Assert.Equal("People.NoStandingPost", onlyTemporary.Refusal?.TextKey);
        Assert.Null(removed.Refusal);
        Assert.Equal([(temporary.Value, false), (standing.Value, true)], (await stage.PostsOfAsync(stage.Clerk)).Select(post => (post.Id, post.IsMain)));
    }

    [Theory, EveryDatabase]
    public async Task Another_post_becomes_the_main_one(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var second = await stage.Get<AddPost>().HandleAsync(
            new AddPostRequest(stage.Clerk.Id, stage.Other.Id, new PostDetails("副主任")), stage.OtherAdmin.Id, Now);

        var stranger = await stage.Get<SetMainPost>().HandleAsync(second.Value, stage.OtherAdmin.Id, Now);
        var set = await stage.Get<SetMainPost>().HandleAsync(second.Value, stage.Admin.Id, Now);
        var again = await stage.Get<SetMainPost>().HandleAsync(second.Value, stage.OtherAdmin.Id, Now);

        Assert.Equal((RefusalKind.Forbidden, null, null), (stranger.Refusal?.Kind, set.Refusal, again.Refusal));
        Assert.Equal([false, true], (await stage.PostsOfAsync(stage.Clerk)).Select(post => post.IsMain));
        Assert.Equal(["post.add", "post.main"], await stage.ActsAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_database_lets_nobody_have_two_main_posts(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        await Assert.ThrowsAsync<DbUpdateException>(() => stage.Host.Given.PostAsync(stage.Clerk, stage.Other, "局长", isMain: true));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_is_ordered_in_one_act_unless_it_changed_meanwhile(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var chief = await stage.Host.Given.PersonAsync("符海宁", stage.Bureau, "局长");
        var seen = (await stage.Get<ListUnitPosts>().HandleAsync(stage.Bureau.Id, stage.Admin.Id, Now)).Value.Posts.Select(post => post.Id).ToList();
        List<PostId> wanted = [seen[2], seen[0], seen[1]];

        var ordered = await stage.Get<ReorderPosts>().HandleAsync(new ReorderPostsRequest(stage.Bureau.Id, seen, wanted), stage.Admin.Id, Now);
        var stale = await stage.Get<ReorderPosts>().HandleAsync(new ReorderPostsRequest(stage.Bureau.Id, seen, seen), stage.Province.Id, Now);
        var halved = await stage.Get<ReorderPosts>().HandleAsync(new ReorderPostsRequest(stage.Bureau.Id, wanted, wanted[..2]), stage.Admin.Id, Now);
        var shown = await stage.Get<ListUnitPeople>().HandleAsync(new ListUnitPeopleRequest(stage.Bureau.Id), stage.Admin.Id, Now);

        Assert.Equal((null, "People.ListChangedMeanwhile", "People.OrderForm"), (ordered.Refusal, stale.Refusal?.TextKey, halved.Refusal?.TextKey));
        Assert.Equal(wanted, shown.Rows.Select(row => row.PostId));
        Assert.Equal(chief.Id, shown.Rows[0].PersonId);
        var change = Assert.Single(await stage.ChangesAsync());
        Assert.Contains("符海宁、吴清源、林小雨", change.After, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_temporary_post_ends_after_its_last_day_in_China(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await AddAsync(stage, new PostDetails("专班成员", EndsOn: stage.Today));

        var onTheDay = await stage.Get<EndPosts>().HandleAsync(Now);
        stage.Clock.Advance(ChinaTime.Start(stage.Today.AddDays(1)) - stage.Clock.GetUtcNow());
        var afterwards = await stage.Get<EndPosts>().HandleAsync(Now);
        var again = await stage.Get<EndPosts>().HandleAsync(Now);

        Assert.Equal((0, 1, 0), (onTheDay, afterwards, again));
        Assert.Equal("科员", Assert.Single(await stage.PostsOfAsync(stage.Clerk)).Title);
        Assert.Equal(["post.add", "post.end"], await stage.ActsAsync());
        Assert.Equal(default, (await stage.ChangesAsync())[1].MadeBy);
    }

    private static Task<Result<PostId>> AddAsync(PostsStage stage, PostDetails details) =>
        stage.Get<AddPost>().HandleAsync(new AddPostRequest(stage.Clerk.Id, stage.Bureau.Id, details), stage.Admin.Id, Now);
}
