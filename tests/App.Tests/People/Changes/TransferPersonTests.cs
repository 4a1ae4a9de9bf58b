using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Changes;

public sealed class TransferPersonTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_transfer_takes_the_post_along_and_hands_over_what_was_chosen(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var (group, todo, heir) = await BurdenAsync(stage);
        var things = await stage.Get<ListHandOver>().HandleAsync(stage.Clerk.Id, stage.Province.Id, Now);

        var moved = await TransferAsync(stage, ToHeir(things.Value, heir));

        var post = Assert.Single(await stage.PostsOfAsync(stage.Clerk));
        Assert.Null(moved.Refusal);
        Assert.Equal((stage.Other.Id, "副主任", true), (post.UnitId, post.Title, post.IsMain));
        Assert.Equal([HandOverKind.Post, HandOverKind.Group, HandOverKind.Todo], things.Value.Things.Select(thing => thing.Kind));
        Assert.Equal(["科员", "科员"], (await stage.PostsOfAsync(heir)).Select(row => row.Title));
        Assert.Equal((heir.Id, MemberRole.Member), await OwnerAsync(stage, group));
        Assert.Equal(heir.Id, await HolderAsync(stage, todo));
        var change = Assert.Single(await stage.ChangesAsync());
        Assert.Equal((stage.Bureau.Id, stage.Other.Id), (change.UnitId, change.OtherUnitId));
        Assert.Contains("\"handedOver\":3", change.After, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_transfer_is_taken_back_within_a_day(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var (group, todo, heir) = await BurdenAsync(stage);
        var things = await stage.Get<ListHandOver>().HandleAsync(stage.Clerk.Id, stage.Province.Id, Now);
        var moved = await TransferAsync(stage, ToHeir(things.Value, heir));

        var stranger = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Admin.Id, Now);
        var undone = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Province.Id, Now);
        var again = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Province.Id, Now);

        var post = Assert.Single(await stage.PostsOfAsync(stage.Clerk));
        Assert.Equal((RefusalKind.Forbidden, null, "People.TooLateToUndo"), (stranger.Refusal?.Kind, undone.Refusal, again.Refusal?.TextKey));
        Assert.Equal((stage.Bureau.Id, "科员", true), (post.UnitId, post.Title, post.IsMain));
        Assert.Single(await stage.PostsOfAsync(heir));
        Assert.Equal((stage.Clerk.Id, MemberRole.Member), await OwnerAsync(stage, group));
        Assert.Equal(stage.Clerk.Id, await HolderAsync(stage, todo));
        Assert.Equal(["person.transfer", "change.undo"], await stage.ActsAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_a_person_wrote_for_oneself_is_counted_never_shown_and_never_given_away(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var (_, given, heir) = await BurdenAsync(stage);
        var own = TodoId.New();
        Assert.Null((await stage.Get<AddTodo>().HandleAsync(new AddTodoRequest(own, "看牙医", null), stage.Clerk.Id, Now)).Refusal);

        var list = (await stage.Get<ListHandOver>().HandleAsync(stage.Clerk.Id, stage.Province.Id, Now)).Value;
        var moved = await TransferAsync(stage, [new(HandOverKind.Todo, own.Value, heir.Id), new(HandOverKind.Todo, given.Value, heir.Id)]);

        Assert.Equal((1, "报送材料"), (list.PrivateTodos, Assert.Single(list.Things, thing => thing.Kind == HandOverKind.Todo).Name));
        Assert.Null(moved.Refusal);
        Assert.Equal((stage.Clerk.Id, heir.Id), (await HolderAsync(stage, own), await HolderAsync(stage, given)));
        Assert.DoesNotContain("看牙医", string.Concat((await stage.ChangesAsync()).Select(change => change.Before + change.After)), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task After_a_day_or_another_change_it_is_too_late(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var moved = await TransferAsync(stage, []);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        await stage.Get<ChangePost>().HandleAsync(new ChangePostRequest(post.Id, new PostDetails("主任"), post.Version), stage.Province.Id, Now);

        var changed = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Province.Id, Now);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        var late = await stage.Get<UndoChange>().HandleAsync(moved.Value, stage.Province.Id, Now);

        Assert.Equal(("People.ChangedSince", "People.TooLateToUndo"), (changed.Refusal?.TextKey, late.Refusal?.TextKey));
        Assert.Equal("主任", (await stage.PostsOfAsync(stage.Clerk))[0].Title);
    }

    [Theory, EveryDatabase]
    public async Task Both_units_and_the_heir_must_be_the_callers(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        var request = new TransferPersonRequest(post.Id, stage.Other.Id, new PostDetails("副主任"), 0);
        var transfer = stage.Get<TransferPerson>();

        Refusal?[] refusals =
        [
            (await transfer.HandleAsync(request, stage.Admin.Id, Now)).Refusal,
            (await transfer.HandleAsync(request, stage.OtherAdmin.Id, Now)).Refusal,
            (await transfer.HandleAsync(request, stage.Clerk.Id, Now)).Refusal,
            (await stage.Get<ListHandOver>().HandleAsync(stage.Clerk.Id, stage.OtherAdmin.Id, Now)).Refusal,
            (await stage.Get<LeavePerson>().HandleAsync(
                new LeavePersonRequest(stage.Clerk.Id, null, 0) { HandOver = [new(HandOverKind.Todo, Guid.CreateVersion7(), stage.OtherAdmin.Id)] }, stage.Admin.Id, Now)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Forbidden, refusal?.Kind));
        Assert.Equal("People.SameUnit", (await transfer.HandleAsync(request with { To = stage.Bureau.Id }, stage.Province.Id, Now)).Refusal?.TextKey);
        Assert.Equal("People.PostChangedMeanwhile", (await transfer.HandleAsync(request with { Version = 3 }, stage.Province.Id, Now)).Refusal?.TextKey);
        Assert.Equal("People.TooFarAhead", (await transfer.HandleAsync(request with { EffectiveOn = stage.Today.AddYears(3) }, stage.Province.Id, Now)).Refusal?.TextKey);
        Assert.Empty(await stage.ChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_planned_transfer_happens_on_its_day_with_the_planners_powers_of_that_day(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];
        var request = new TransferPersonRequest(post.Id, stage.Other.Id, new PostDetails("副主任"), 0) { EffectiveOn = stage.Today.AddDays(3) };
        await stage.Get<TransferPerson>().HandleAsync(request, stage.Province.Id, Now);
        await stage.Get<TransferPerson>().HandleAsync(request with { EffectiveOn = stage.Today.AddDays(5), Details = new PostDetails("主任") }, stage.Province.Id, Now);

        stage.Clock.Advance(TimeSpan.FromDays(3));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);
        var moved = (await stage.PostsOfAsync(stage.Clerk))[0];
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.Get<CarryOutPlans>().HandleAsync(Now);

        var changes = await stage.ChangesAsync();
        Assert.Equal((stage.Other.Id, "副主任"), (moved.UnitId, moved.Title));
        Assert.Equal([DirectoryChangeState.Done, DirectoryChangeState.Failed], changes.Select(change => change.State));
        Assert.Contains("People.SameUnit", changes[1].After, StringComparison.Ordinal);
    }

    private static async Task<(Conversation Group, TodoId Todo, Person Heir)> BurdenAsync(PostsStage stage)
    {
        var heir = await stage.Host.Given.PersonAsync("陈思远", stage.Bureau);
        var group = await stage.Host.Given.GroupAsync("招生专班", stage.Clerk, stage.Admin);
        var todo = new TodoItem { Id = TodoId.New(), PersonId = stage.Clerk.Id, Title = "报送材料", Source = "公文系统", CreatedAt = stage.Clock.GetUtcNow() };
        await using var kept = await stage.Host.OpenDatabaseAsync();
        kept.Todos.Add(todo);
        await kept.SaveChangesAsync(Now);
        return (group, todo.Id, heir);
    }

    private static List<HandOverItem> ToHeir(HandOverList list, Person heir) =>
        [.. list.Things.Select(thing => new HandOverItem(thing.Kind, thing.Id, heir.Id))];

    private static async Task<Result<DirectoryChangeId>> TransferAsync(PostsStage stage, IReadOnlyList<HandOverItem> items) =>
        await stage.Get<TransferPerson>().HandleAsync(
            new TransferPersonRequest((await stage.PostsOfAsync(stage.Clerk))[0].Id, stage.Other.Id, new PostDetails("副主任"), 0) { HandOver = items },
            stage.Province.Id, Now);

    // Who owns the group, and what everybody else in it is.
    private static async Task<(PersonId Owner, MemberRole Others)> OwnerAsync(PostsStage stage, Conversation group)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var members = await kept.Members.Where(member => member.ConversationId == group.Id && member.LeftSeq == null).ToListAsync(Now);
        return (Assert.Single(members, member => member.Role == MemberRole.Owner).PersonId, members.Min(member => member.Role));
    }

    private static async Task<PersonId> HolderAsync(PostsStage stage, TodoId todo)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        return await kept.Todos.Where(row => row.Id == todo).Select(row => row.PersonId).SingleAsync(Now);
    }
}
