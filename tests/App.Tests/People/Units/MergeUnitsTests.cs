using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

public sealed class MergeUnitsTests
{
    private static CancellationToken Now => UnitsStage.Now;

    [Theory, EveryDatabase]
    public async Task Posts_and_units_of_both_lines_go_over_and_the_merged_unit_is_no_more(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var heritage = await stage.Host.Given.UnitAsync("文保股", stage.Culture, kind: UnitKind.Department);
        var guided = await stage.Host.Given.UnitAsync("新政镇文化站", stage.County, guidedBy: stage.Culture);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Culture);
        await stage.Host.Given.PersonAsync("陈思远", heritage);

        var preview = await stage.Get<PreviewMerge>().HandleAsync(await stage.MergeOfAsync(stage.Tourism, stage.Culture), stage.Province.Id, Now);
        var merged = await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture);

        Assert.Null(merged.Refusal);
        Assert.Equal(preview.Value.Counts, merged.Value.Counts);
        Assert.Equal((2, 1, 1, 1), (merged.Value.Posts, merged.Value.Units, merged.Value.Guided, merged.Value.Roles));
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(stage.Culture.Id)).Status);
        Assert.Equal(stage.Tourism.Id, (await stage.ReadAsync(heritage.Id)).ParentId);
        Assert.Equal(stage.Tourism.Id, (await stage.ReadAsync(guided.Id)).LineParentId);
        Assert.Equal([stage.Admin.Id, clerk.Id], (await stage.PostsInAsync(stage.Tourism.Id)).Select(post => post.PersonId));
        Assert.True(await stage.Get<Features.Trust.Powers>().MayManageUnitAsync(stage.Admin.Id, stage.Tourism.Id, Now));
        var found = await stage.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("文化局", stage.Province.Id), Now);
        Assert.Empty(found.Units);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Each_unit_and_each_person_keeps_a_line_of_it_with_who_and_why(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Culture);
        await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture);
        var list = stage.Get<ListChanges>();

        var gone = Assert.Single((await list.HandleAsync(new ListChangesRequest(null, stage.Culture.Id), stage.Province.Id, Now)).Value.Changes);
        var target = Assert.Single((await list.HandleAsync(new ListChangesRequest(null, stage.Tourism.Id), stage.Province.Id, Now)).Value.Changes);
        var person = Assert.Single((await list.HandleAsync(new ListChangesRequest(clerk.Id, null), stage.Province.Id, Now)).Value.Changes);

        Assert.Equal(gone, target with { Fields = gone.Fields });
        Assert.Equal(("unit.merge", "机构改革", stage.Province.Name), (gone.Action, gone.Reason, gone.ByName));
        Assert.Equal((stage.Culture.Name, stage.Tourism.Name), (gone.UnitName, gone.OtherUnitName));
        Assert.Contains(gone.Fields, field => field is { Name: "movedPosts", After: "2" });
        Assert.Equal(new ChangeField("unit", "文化局 科员", "旅游局 科员"), Assert.Single(person.Fields));
        Assert.Equal(["grant.remove", "grant.add", "unit.merge"], await stage.ActsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Two_posts_of_one_title_become_one_and_the_main_post_stays_a_main_post(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Culture, "科员");
        await stage.Host.Given.PostAsync(clerk, stage.Tourism, "科员", duty: "duty-officer");
        var other = await stage.Host.Given.PersonAsync("陈思远", stage.Culture, "副局长");
        await stage.Host.Given.PostAsync(other, stage.Tourism, "调研员");

        var merged = await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture);

        var posts = (await stage.PostsInAsync(stage.Tourism.Id)).ToLookup(post => post.PersonId);
        Assert.Equal((2, 1), (merged.Value.Posts, merged.Value.JoinedPosts));
        var joined = Assert.Single(posts[clerk.Id]);
        Assert.Equal(("科员", "duty-officer", true), (joined.Title, joined.Duty, joined.IsMain));
        Assert.Equal([("调研员", false), ("副局长", true)], posts[other.Id].Select(post => (post.Title, post.IsMain)));
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Units_of_one_name_below_both_become_one(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var office = await stage.Host.Given.UnitAsync("办公室", stage.Culture, kind: UnitKind.Department);
        var desk = await stage.Host.Given.UnitAsync("档案组", office, kind: UnitKind.Department);
        var stays = await stage.Host.Given.UnitAsync("办公室", stage.Tourism, kind: UnitKind.Department);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", office);

        var merged = await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture);

        Assert.Equal((1, 1), (merged.Value.JoinedUnits, merged.Value.Units));
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(office.Id)).Status);
        Assert.Equal(stays.Id, (await stage.ReadAsync(desk.Id)).ParentId);
        Assert.Equal(clerk.Id, Assert.Single(await stage.PostsInAsync(stays.Id)).PersonId);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task What_named_the_merged_unit_names_the_target(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var clerk = await stage.Host.Given.PersonAsync("林小雨", stage.Culture);
        var audience = new Audience { Id = AudienceId.New(), Name = "文化系统" };
        audience.Terms.Add(new AudienceTerm { AudienceId = audience.Id, Ordinal = 0, Kind = AudienceTermKind.Subtree, Line = Line.Administrative, UnitId = stage.Culture.Id });
        PersonTag[] tags = [Tag("驻村", stage.Culture), Tag("驻村", stage.Tourism), Tag("讲解员", stage.Culture)];
        await PutAsync(
            stage, audience, tags[0], tags[1], tags[2], new PersonTagMember { TagId = tags[0].Id, PersonId = clerk.Id },
            new PersonTagMember { TagId = tags[0].Id, PersonId = stage.Admin.Id }, new PersonTagMember { TagId = tags[1].Id, PersonId = clerk.Id },
            new VisibilityRule
            {
                Id = VisibilityRuleId.New(),
                Kind = VisibilityRuleKind.HideMobile,
                UnitId = stage.Culture.Id,
                Reason = "专班",
                MadeBy = stage.Province.Id,
                MadeAt = stage.Clock.GetUtcNow(),
            });

        var merged = await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Equal((2, 1, 1), (merged.Value.Tags, merged.Value.Audiences, merged.Value.Rules));
        Assert.True(await stage.Get<AudienceMembers>().HoldsAsync(audience.Id, clerk.Id, Now));
        Assert.Equal(2, await kept.PersonTagMembers.CountAsync(member => member.TagId == tags[1].Id, Now));
        Assert.Equal([stage.Tourism.Id, stage.Tourism.Id], await kept.PersonTags.Select(tag => tag.UnitId!.Value).ToListAsync(Now));
        Assert.Equal(stage.Tourism.Id, (await kept.VisibilityRules.SingleAsync(Now)).UnitId);
    }

    [Theory, EveryDatabase]
    public async Task Several_units_go_in_at_once_one_inside_another_too(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var inner = await stage.Host.Given.UnitAsync("文化馆", stage.Culture);
        var sports = await stage.Host.Given.UnitAsync("体育局", stage.County);
        await stage.Host.Given.PersonAsync("林小雨", inner);
        await stage.Host.Given.PersonAsync("陈思远", sports);

        var merged = await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture, inner, sports);

        Assert.Equal(3, (await stage.PostsInAsync(stage.Tourism.Id)).Count);
        Assert.Null(merged.Refusal);
        Assert.Equal(3, (await stage.ChangesAsync(UnitActs.Merge)).Count);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Bad_requests_are_refused_and_nothing_is_half_done(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var inner = await stage.Host.Given.UnitAsync("文化馆", stage.Culture);
        var guided = await stage.Host.Given.UnitAsync("文旅专班", stage.County, guidedBy: stage.Culture);
        var old = await stage.Host.Given.UnitAsync("旧局", stage.County);
        Assert.Null((await stage.Get<DissolveUnit>().HandleAsync(new DissolveUnitRequest(old.Id, null, old.Version), stage.Province.Id, Now)).Refusal);
        var root = await stage.ReadAsync(await stage.Host.Given.RootAsync());
        var request = await stage.MergeOfAsync(stage.Tourism, stage.Culture);

        string?[] why =
        [
            (await stage.MergeAsync(stage.Culture, stage.Province, stage.Culture)).Refusal?.TextKey,
            (await stage.MergeAsync(inner, stage.Province, stage.Culture)).Refusal?.TextKey,
            (await stage.MergeAsync(guided, stage.Province, stage.Culture)).Refusal?.TextKey,
            (await stage.MergeAsync(stage.Tourism, stage.Province, root)).Refusal?.TextKey,
            (await stage.MergeAsync(old, stage.Province, stage.Culture)).Refusal?.TextKey,
            (await stage.MergeAsync(stage.Tourism, stage.Province, old)).Refusal?.TextKey,
            (await stage.MergeAsync(stage.Tourism, stage.Province)).Refusal?.TextKey,
            (await stage.MergeAsync(stage.Tourism, stage.Province, stage.Culture, stage.Culture)).Refusal?.TextKey,
            (await stage.Get<MergeUnits>().HandleAsync(request with { Sources = [new SeenUnit(stage.Culture.Id, 99)] }, stage.Province.Id, Now)).Refusal?.TextKey,
            (await stage.Get<MergeUnits>().HandleAsync(request with { Reason = new string('长', 201) }, stage.Province.Id, Now)).Refusal?.TextKey,
        ];

        Assert.Equal(
            [
                "People.MergeIntoItself", "People.MergeIntoBelow", "People.MergeIntoBelow", "People.RootStays", "People.NoSuchUnit", "People.NoSuchUnit",
                "People.MergeCount", "People.MergeTwice", "People.UnitChangedMeanwhile", "People.ReasonLength",
            ],
            why);
        Assert.Equal(UnitStatus.Active, (await stage.ReadAsync(stage.Culture.Id)).Status);
        Assert.Empty(await stage.ChangesAsync(UnitActs.Merge));
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_child_that_fits_nowhere_lets_the_whole_merge_go(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        await stage.Host.Given.UnitAsync("文保股", stage.Culture, kind: UnitKind.Department);

        var merged = await stage.MergeAsync(stage.County, stage.Province, stage.Culture);

        Assert.Equal("People.DepartmentNeedsOffice", merged.Refusal?.TextKey);
        Assert.Equal(UnitStatus.Active, (await stage.ReadAsync(stage.Culture.Id)).Status);
        Assert.Empty(await stage.ActsAsync());
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Both_ends_must_be_the_callers_and_power_does_not_grow_by_merging(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var system = await stage.Host.Given.PersonAsync("周正", stage.Tourism);
        await stage.Host.Given.RoleAsync(system, AdminRole.SystemAdministrator);

        var outwards = await stage.MergeAsync(stage.Tourism, stage.Admin, stage.Culture);
        var inwards = await stage.MergeAsync(stage.Culture, stage.Admin, stage.Tourism);
        var merged = await stage.MergeAsync(stage.Tourism, system, stage.Culture);

        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden), (outwards.Refusal?.Kind, inwards.Refusal?.Kind));
        Assert.Equal((0, 1), (merged.Value.Roles, merged.Value.EndedRoles));
        Assert.False(await stage.Get<Features.Trust.Powers>().MayManageUnitAsync(stage.Admin.Id, stage.Tourism.Id, Now));
    }

    private static PersonTag Tag(string name, Unit unit) => new() { Id = PersonTagId.New(), Name = name, UnitId = unit.Id, MadeAt = DateTimeOffset.UnixEpoch };

    private static async Task PutAsync(UnitsStage stage, params object[] rows)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        kept.AddRange(rows);
        await kept.SaveChangesAsync(Now);
    }
}
