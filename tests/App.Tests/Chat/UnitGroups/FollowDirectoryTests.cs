using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.UnitGroups;

public sealed class FollowDirectoryTests
{
    private static CancellationToken Now => UnitGroupStage.Now;

    [Theory, EveryDatabase]
    public async Task Posts_that_come_move_and_go_take_their_people_along(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var (admin, clerk, guest) = (posts.Admin, posts.Clerk, posts.OtherAdmin);
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: true, admin)).Value;

        var added = await posts.Get<AddPost>().HandleAsync(new AddPostRequest(guest.Id, stage.Section.Id, new PostDetails("顾问")), admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, clerk, stage.Inside, stage.Deep, guest);
        await posts.Get<RemovePost>().HandleAsync(new RemovePostRequest(added.Value, 0), admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, clerk, stage.Inside, stage.Deep);
        var post = Assert.Single(await posts.PostsOfAsync(clerk));
        await posts.Get<TransferPerson>().HandleAsync(new TransferPersonRequest(post.Id, posts.Other.Id, new PostDetails("科员"), post.Version), posts.Province.Id, Now);
        await stage.AssertFollowsAsync(group, admin, stage.Inside, stage.Deep);

        Assert.Equal(
            ["LineUnitFounded(吴清源)", "LineFollowedIn(王晓东)", "LineFollowedOut(王晓东)", "LineFollowedOut(林小雨)"],
            await stage.LinesAsync(group));
    }

    [Theory, EveryDatabase]
    public async Task Who_joins_leaves_comes_back_or_is_shut_out_is_followed(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var (admin, clerk) = (posts.Admin, posts.Clerk);
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: true, admin)).Value;

        var left = await posts.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(clerk.Id, null, (await posts.ReadAsync(clerk)).Version), admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, stage.Inside, stage.Deep);
        await posts.Get<UndoChange>().HandleAsync(left.Value, admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, clerk, stage.Inside, stage.Deep);
        await posts.Get<DisablePerson>().HandleAsync(clerk.Id, admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, stage.Inside, stage.Deep);
        await posts.Get<EnablePerson>().HandleAsync(clerk.Id, admin.Id, Now);
        await stage.AssertFollowsAsync(group, admin, clerk, stage.Inside, stage.Deep);
        var newcomer = await posts.Host.Given.PersonAsync("卢慧雯", stage.Department);
        await stage.AssertFollowsAsync(group, admin, clerk, stage.Inside, stage.Deep, newcomer);

        Assert.Equal(
            ["LineFollowedOut(林小雨)", "LineFollowedIn(林小雨)", "LineFollowedOut(林小雨)", "LineFollowedIn(林小雨)", "LineFollowedIn(卢慧雯)"],
            (await stage.LinesAsync(group)).Skip(1));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_moves_and_a_post_that_ends_are_followed(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: false, posts.Admin)).Value;
        await posts.Get<AddPost>().HandleAsync(
            new AddPostRequest(posts.OtherAdmin.Id, posts.Bureau.Id, new PostDetails("借调", EndsOn: posts.Today)), posts.Province.Id, Now);
        await stage.AssertFollowsAsync(group, posts.Admin, posts.Clerk, stage.Inside, stage.Deep, stage.Below, posts.OtherAdmin);

        posts.Clock.Advance(TimeSpan.FromDays(1));
        await posts.Get<EndPosts>().HandleAsync(Now);
        await stage.AssertFollowsAsync(group, posts.Admin, posts.Clerk, stage.Inside, stage.Deep, stage.Below);
        await posts.Get<MoveUnit>().HandleAsync(
            new MoveUnitRequest(stage.Office.Id, Line.Administrative, posts.Other.Id, stage.Office.Version), posts.Province.Id, Now);
        await stage.AssertFollowsAsync(group, posts.Admin, posts.Clerk, stage.Inside, stage.Deep);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_out_reads_and_writes_no_more_and_hears_of_it_last(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(posts.Bureau, isUnitOnly: true, posts.Admin)).Value;
        var heard = new TaskCompletionSource<MembersChanged>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = posts.Get<IChatFeed>().Observe(happened =>
        {
            if (happened is MembersChanged { Left.Count: > 0 } changed)
            {
                heard.TrySetResult(changed);
            }
        });

        // Nobody calls for it here: the change itself has the group follow.
        var post = Assert.Single(await posts.PostsOfAsync(posts.Clerk));
        await posts.Get<TransferPerson>().HandleAsync(
            new TransferPersonRequest(post.Id, posts.Other.Id, new PostDetails("科员"), post.Version), posts.Province.Id, Now);
        var told = await heard.Task.WaitAsync(TimeSpan.FromMinutes(1), Now);

        Assert.Equal(group, told.ConversationId);
        Assert.Equal([posts.Clerk.Id], told.Left);
        var read = await posts.Get<ListMessages>().HandleAsync(new ListMessagesRequest(group), posts.Clerk.Id, Now);
        var said = await posts.Get<SendMessage>().HandleAsync(new SendMessageRequest(group, Guid.CreateVersion7(), "还在吗"), posts.Clerk.Id, Now);
        Assert.Equal(("Chat.NoSuchConversation", "Chat.NoSuchConversation"), (read.Refusal?.TextKey, said.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task An_owner_who_goes_leaves_it_to_whoever_has_been_in_it_longest(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var group = (await stage.FoundAsync(stage.Department, isUnitOnly: false, posts.Admin)).Value;
        await posts.Get<AddPost>().HandleAsync(new AddPostRequest(posts.Clerk.Id, stage.Department.Id, new PostDetails("副处长")), posts.Admin.Id, Now);
        await stage.FollowAsync();
        Assert.Equal([stage.Inside.Id], await stage.OwnersAsync(group));

        await posts.Get<DisablePerson>().HandleAsync(stage.Inside.Id, posts.Admin.Id, Now);
        await stage.FollowAsync();

        Assert.Equal([stage.Deep.Id], await stage.OwnersAsync(group));
        await stage.AssertIsAudienceAsync(group);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_at_once_bring_everybody_in_once(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var group = (await stage.FoundAsync(stage.Posts.Bureau, isUnitOnly: true, stage.Posts.Admin)).Value;
        await stage.Posts.Host.Given.PersonAsync("卢慧雯", stage.Department);

        var changed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.FollowAsync()));

        Assert.Equal(1, changed.Sum());
        Assert.Equal(0, await stage.FollowAsync());
        Assert.Equal(["LineUnitFounded(吴清源)", "LineFollowedIn(卢慧雯)"], await stage.LinesAsync(group));
    }

    [Theory, EveryDatabase]
    public async Task After_any_random_series_the_members_are_the_audience(Database database)
    {
        await using var stage = await UnitGroupStage.SetAsync(database);
        var posts = stage.Posts;
        var random = new Random(20261123);
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
            await ActAsync(stage, random, units, people[random.Next(people.Length)]);
            if (step % 4 == 3)
            {
                await stage.FollowAsync();
                foreach (var group in groups)
                {
                    await stage.AssertIsAudienceAsync(group);
                }
            }
        }
    }

    // What is refused, a second post of the same title for instance, changes nothing and is a step like any other.
    internal static async Task ActAsync(UnitGroupStage stage, Random random, Unit[] units, Person person)
    {
        var posts = stage.Posts;
        var unit = units[random.Next(units.Length)];
        var held = await posts.PostsOfAsync(person);
        var post = held[random.Next(held.Count)];
        switch (random.Next(5))
        {
            case 0:
                await posts.Get<AddPost>().HandleAsync(new AddPostRequest(person.Id, unit.Id, new PostDetails("兼职")), posts.Province.Id, Now);
                break;
            case 1:
                await posts.Get<RemovePost>().HandleAsync(new RemovePostRequest(post.Id, post.Version), posts.Province.Id, Now);
                break;
            case 2:
                await posts.Get<TransferPerson>().HandleAsync(
                    new TransferPersonRequest(post.Id, unit.Id, new PostDetails("科员"), post.Version), posts.Province.Id, Now);
                break;
            case 3:
                await using (var kept = await posts.Host.OpenDatabaseAsync())
                {
                    var version = await kept.Units.Where(row => row.Id == stage.Office.Id).Select(row => row.Version).SingleAsync(Now);
                    var above = random.Next(2) == 0 ? posts.Bureau : posts.Other;
                    await posts.Get<MoveUnit>().HandleAsync(new MoveUnitRequest(stage.Office.Id, Line.Administrative, above.Id, version), posts.Province.Id, Now);
                }

                break;
            case 4:
                await (random.Next(2) == 0
                    ? posts.Get<DisablePerson>().HandleAsync(person.Id, posts.Province.Id, Now)
                    : posts.Get<EnablePerson>().HandleAsync(person.Id, posts.Province.Id, Now));
                break;
        }
    }
}
