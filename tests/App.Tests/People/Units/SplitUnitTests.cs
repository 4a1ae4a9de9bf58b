using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

public sealed class SplitUnitTests
{
    private static CancellationToken Now => UnitsStage.Now;

    [Theory, EveryDatabase]
    public async Task Chosen_posts_and_units_go_over_to_new_units_beside_the_old_one(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var (museum, guided, clerk) = await FillAsync(stage);
        var posts = await stage.PostsInAsync(stage.Culture.Id);
        var leader = posts.Single(post => post.PersonId == clerk.Id);

        var split = await SplitAsync(stage, [new SplitPart("体育局", "体育", [leader.Id], [museum.Id]), new SplitPart("广电局", null, [], [guided.Id])]);

        var sports = await stage.FindAsync("体育局");
        var radio = await stage.FindAsync("广电局");
        Assert.Null(split.Refusal);
        Assert.Equal((stage.County.Id, stage.Culture.Kind, "体育"), (sports.ParentId, sports.Kind, sports.ShortName));
        Assert.Equal((clerk.Id, true), (Assert.Single(await stage.PostsInAsync(sports.Id)).PersonId, (await stage.PostsInAsync(sports.Id))[0].IsMain));
        Assert.Equal(sports.Id, (await stage.ReadAsync(museum.Id)).ParentId);
        Assert.Equal((stage.County.Id, radio.Id), ((await stage.ReadAsync(guided.Id)).ParentId, (await stage.ReadAsync(guided.Id)).LineParentId));
        Assert.Equal([(UnitId?)sports.Id, radio.Id], (await stage.ChangesAsync(UnitActs.Split)).Select(change => change.OtherUnitId));
        var person = await stage.Get<ListChanges>().HandleAsync(new ListChangesRequest(clerk.Id, null), stage.Province.Id, Now);
        Assert.Equal(("unit.split", "机构改革"), (person.Value.Changes[0].Action, person.Value.Changes[0].Reason));
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Bad_requests_are_refused_and_nothing_is_half_done(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var (museum, _, clerk) = await FillAsync(stage);
        var post = (await stage.PostsInAsync(stage.Culture.Id)).Single(row => row.PersonId == clerk.Id).Id;
        var stranger = (await stage.PostsInAsync(stage.Tourism.Id))[0].Id;

        string?[] why =
        [
            (await SplitAsync(stage, [])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [], [])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("", null, [post], [])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("旅游局", null, [post], [])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [post], []), new SplitPart("体育局", null, [], [museum.Id])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [post], []), new SplitPart("广电局", null, [post], [])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [stranger], [])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [], [stage.Tourism.Id])])).Refusal?.TextKey,
            (await SplitAsync(stage, [new SplitPart("体育局", null, [post], [])], 99)).Refusal?.TextKey,
        ];

        Assert.Equal(
            [
                "People.SplitCount", "People.SplitNothing", "People.UnitNameLength", "People.UnitNameTaken", "People.UnitNameTaken",
                "People.SplitTwice", "People.SplitGone", "People.SplitGone", "People.UnitChangedMeanwhile",
            ],
            why);
        Assert.Empty(await stage.ActsAsync());
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task The_unit_above_must_be_the_callers_too_and_the_root_stays(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var (museum, _, _) = await FillAsync(stage);
        var root = await stage.ReadAsync(await stage.Host.Given.RootAsync());
        var split = stage.Get<SplitUnit>();

        var own = await split.HandleAsync(new SplitUnitRequest(stage.Culture.Id, [new SplitPart("体育局", null, [], [museum.Id])], stage.Culture.Version), stage.Admin.Id, Now);
        var top = await split.HandleAsync(new SplitUnitRequest(root.Id, [new SplitPart("新省", null, [], [stage.County.Id])], root.Version), stage.Province.Id, Now);

        Assert.Equal((RefusalKind.Forbidden, "People.RootStays"), (own.Refusal?.Kind, top.Refusal?.TextKey));
    }

    private static async Task<(Unit Museum, Unit Guided, Person Clerk)> FillAsync(UnitsStage stage)
    {
        await stage.Host.Given.PersonAsync("王晓东", stage.Tourism);
        return (
            await stage.Host.Given.UnitAsync("文化馆", stage.Culture),
            await stage.Host.Given.UnitAsync("新政镇文化站", stage.County, guidedBy: stage.Culture),
            await stage.Host.Given.PersonAsync("林小雨", stage.Culture));
    }

    private static async Task<Result<Done>> SplitAsync(UnitsStage stage, IReadOnlyList<SplitPart> parts, long? version = null) =>
        await stage.Get<SplitUnit>().HandleAsync(
            new SplitUnitRequest(stage.Culture.Id, parts, version ?? (await stage.ReadAsync(stage.Culture.Id)).Version) { Reason = "机构改革" }, stage.Province.Id, Now);
}
