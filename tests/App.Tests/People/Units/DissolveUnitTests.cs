using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

public sealed class DissolveUnitTests
{
    private static CancellationToken Now => UnitsStage.Now;

    [Theory, EveryDatabase]
    public async Task An_empty_unit_ends_with_the_roles_over_it(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var empty = await stage.Host.Given.UnitAsync("旧局", stage.County);
        await stage.Host.Given.RoleAsync(stage.Admin, AdminRole.InformationOfficer, empty);

        var ended = await DissolveAsync(stage, empty, null, stage.Province);

        await using var kept = await stage.Host.OpenDatabaseAsync();
        Assert.Null(ended.Refusal);
        Assert.Equal(UnitStatus.Dissolved, (await stage.ReadAsync(empty.Id)).Status);
        Assert.False(await kept.AdminGrants.AnyAsync(grant => grant.UnitId == empty.Id, Now));
        Assert.Equal(["grant.remove", "unit.dissolve"], await stage.ActsAsync());
        Assert.Equal("不再需要", Assert.Single(await stage.ChangesAsync(UnitActs.Dissolve)).Reason);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_in_use_needs_a_successor_and_is_merged_into_it(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);

        var alone = await DissolveAsync(stage, stage.Culture, null, stage.Province);
        var merged = await DissolveAsync(stage, stage.Culture, stage.Tourism, stage.Province);
        var again = await DissolveAsync(stage, stage.Culture, stage.Tourism, stage.Province);

        Assert.Equal(("People.UnitNotEmpty", null, "People.NoSuchUnit"), (alone.Refusal?.TextKey, merged.Refusal, again.Refusal?.TextKey));
        Assert.Equal(stage.Admin.Id, Assert.Single(await stage.PostsInAsync(stage.Tourism.Id)).PersonId);
        await stage.AssertSoundAsync();
    }

    [Theory, EveryDatabase]
    public async Task Whoever_guides_others_is_in_use_and_the_root_stays(Database database)
    {
        await using var stage = await UnitsStage.SetAsync(database);
        var guide = await stage.Host.Given.UnitAsync("省文化厅");
        await stage.Host.Given.UnitAsync("新政镇文化站", stage.County, guidedBy: guide);
        var root = await stage.ReadAsync(await stage.Host.Given.RootAsync());

        var guiding = await DissolveAsync(stage, guide, null, stage.Province);
        var top = await DissolveAsync(stage, root, null, stage.Province);
        var stranger = await DissolveAsync(stage, stage.Tourism, null, stage.Admin);

        Assert.Equal(("People.UnitNotEmpty", "People.RootStays", RefusalKind.Forbidden), (guiding.Refusal?.TextKey, top.Refusal?.TextKey, stranger.Refusal?.Kind));
    }

    private static async Task<Result<Done>> DissolveAsync(UnitsStage stage, Unit unit, Unit? successor, Person by) =>
        await stage.Get<DissolveUnit>().HandleAsync(
            new DissolveUnitRequest(unit.Id, successor?.Id, (await stage.ReadAsync(unit.Id)).Version) { Reason = "不再需要" }, by.Id, Now);
}
