using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>Administrators see no more of what others hide than everybody does.</summary>
public sealed class SeenChangesTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task What_an_administrator_reads_of_a_person_names_no_hidden_unit(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var secret = await stage.Host.Given.UnitAsync("专案组");
        var other = await stage.Get<AddPost>().HandleAsync(
            new AddPostRequest(stage.Clerk.Id, secret.Id, new PostDetails("组员")), stage.Province.Id, Now);
        var before = await ReadAsync(stage, stage.Admin);
        await stage.Host.RuleAsync(VisibilityRuleKind.HideUnit, secret, stage.Province);

        var after = await ReadAsync(stage, stage.Admin);
        var all = await ReadAsync(stage, stage.Province);

        Assert.Null(other.Refusal);
        Assert.Contains("专案组", before, StringComparison.Ordinal);
        Assert.DoesNotContain("专案组", after, StringComparison.Ordinal);
        Assert.Contains("专案组", all, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_changes_of_a_unit_name_nobody_who_is_hidden(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var guest = await stage.Host.Given.PersonAsync("周玉兰", stage.Other);
        var post = await stage.Get<AddPost>().HandleAsync(
            new AddPostRequest(guest.Id, stage.Bureau.Id, new PostDetails("顾问")), stage.Province.Id, Now);
        await stage.Get<RemovePost>().HandleAsync(new RemovePostRequest(post.Value, 0), stage.Province.Id, Now);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, guest, stage.OtherAdmin);
        await stage.Host.RuleAsync(VisibilityRuleKind.HidePerson, stage.Province, stage.Province);

        var changes = await stage.Get<ListChanges>().HandleAsync(new ListChangesRequest(null, stage.Bureau.Id), stage.Admin.Id, Now);

        Assert.Equal([(null, ""), (null, "")], changes.Value.Changes.Select(change => (change.PersonName, change.ByName)));
    }

    [Theory]
    [EveryDatabase(VisibilityRuleKind.HideMobile)]
    [EveryDatabase(VisibilityRuleKind.ShieldLeaders)]
    public async Task Nobody_comes_near_to_whom_the_rules_keep_away_by_giving_them_a_post(Database database, VisibilityRuleKind kind)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var leader = await stage.Host.Given.PersonAsync("周玉兰", stage.Other, "局长", "13800005555");
        await stage.Host.RuleAsync(kind, leader, stage.Province);
        var request = new AddPostRequest(leader.Id, stage.Bureau.Id, new PostDetails("顾问"));

        var kept = await stage.Get<AddPost>().HandleAsync(request, stage.Admin.Id, Now);
        var number = await stage.Get<ShowMobile>().HandleAsync(leader.Id, stage.Admin.Id, Now);
        var card = await stage.Get<ReadPerson>().HandleAsync(leader.Id, stage.Admin.Id, Now);
        var byProvince = await stage.Get<AddPost>().HandleAsync(request, stage.Province.Id, Now);

        Assert.Equal((RefusalKind.Forbidden, "People.KeptFromYou", null), (kept.Refusal?.Kind, kept.Refusal?.TextKey, byProvince.Refusal));
        Assert.Equal(kind == VisibilityRuleKind.HideMobile, number.Refusal is not null);
        Assert.Equal(kind == VisibilityRuleKind.ShieldLeaders, !card.Value.IsReachable);
    }

    [Theory, EveryDatabase]
    public async Task A_post_that_is_hidden_is_counted_no_more_at_once(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var stranger = await stage.Host.Given.PersonAsync("周玉兰", stage.Other);
        var before = (await stage.Get<ReadUnit>().HandleAsync(stage.Bureau.Id, stranger.Id, Now)).Value.People;
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];

        var changed = await stage.Get<ChangePost>().HandleAsync(
            new ChangePostRequest(post.Id, post.Details with { Visibility = PostVisibility.Office }, post.Version), stage.Admin.Id, Now);

        var after = (await stage.Get<ReadUnit>().HandleAsync(stage.Bureau.Id, stranger.Id, Now)).Value.People;
        Assert.Equal((null, before - 1), (changed.Refusal, after));
    }

    // All that the administrator's pages show of the clerk, in one text.
    private static async Task<string> ReadAsync(PostsStage stage, Person by)
    {
        var dossier = (await stage.Get<ReadDossier>().HandleAsync(stage.Clerk.Id, by.Id, Now)).Value;
        var handOver = (await stage.Get<ListHandOver>().HandleAsync(stage.Clerk.Id, by.Id, Now)).Value;
        var changes = (await stage.Get<ListChanges>().HandleAsync(new ListChangesRequest(stage.Clerk.Id, null), by.Id, Now)).Value;
        return string.Join(
            '\n',
            [
                .. dossier.Posts.Select(post => post.ToString()),
                .. handOver.Things.Select(thing => thing.ToString()),
                .. changes.Changes.SelectMany(change => change.Fields.Select(field => $"{field.Before}{field.After}").Append($"{change.UnitName}{change.OtherUnitName}")),
            ]);
    }
}
