using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Duties;

public sealed class DutiesTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_duty_is_added_renamed_retired_and_put_first(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var before = await stage.Get<ListDuties>().HandleAsync(Now);

        var added = await stage.Get<AddDuty>().HandleAsync(new AddDutyRequest("党办主任", "Party office director"), stage.Province.Id, Now);
        var renamed = await stage.Get<RenameDuty>().HandleAsync(new RenameDutyRequest(added.Value, "党委办主任", null, 1), stage.Province.Id, Now);
        var retired = await stage.Get<RetireDuty>().HandleAsync(new RetireDutyRequest(added.Value, true, 2), stage.Province.Id, Now);
        List<string> seen = [.. before.Select(duty => duty.Code), added.Value];
        var ordered = await stage.Get<ReorderDuties>().HandleAsync(
            new ReorderDutiesRequest(seen, [added.Value, .. seen[..^1]]), stage.Province.Id, Now);

        var first = (await stage.Get<ListDuties>().HandleAsync(Now))[0];
        Assert.Equal((null, null, null), (renamed.Refusal, retired.Refusal, ordered.Refusal));
        Assert.Equal(("party-office-director", "党委办主任", true), (first.Code, first.Name, first.IsRetired));
        Assert.Equal(["duty.add", "duty.rename", "duty.retire", "duty.reorder"], await stage.ActsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Only_the_province_keeps_the_dictionary(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        Refusal?[] refusals =
        [
            (await stage.Get<AddDuty>().HandleAsync(new AddDutyRequest("甲", "A"), stage.Admin.Id, Now)).Refusal,
            (await stage.Get<RenameDuty>().HandleAsync(new RenameDutyRequest("leader", "甲", "A", 0), stage.Clerk.Id, Now)).Refusal,
            (await stage.Get<RetireDuty>().HandleAsync(new RetireDutyRequest("leader", true, 0), stage.Admin.Id, Now)).Refusal,
            (await stage.Get<ReorderDuties>().HandleAsync(new ReorderDutiesRequest([], []), stage.Admin.Id, Now)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Forbidden, refusal?.Kind));
        Assert.Empty(await stage.ActsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_stale_or_doubled_name_is_refused(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);

        var doubled = await stage.Get<AddDuty>().HandleAsync(new AddDutyRequest("值班人员", "Watch"), stage.Province.Id, Now);
        var nameless = await stage.Get<AddDuty>().HandleAsync(new AddDutyRequest("  ", "Watch"), stage.Province.Id, Now);
        var stale = await stage.Get<RenameDuty>().HandleAsync(new RenameDutyRequest("leader", "领导", null, 7), stage.Province.Id, Now);
        var unknown = await stage.Get<RetireDuty>().HandleAsync(new RetireDutyRequest("king", true, 0), stage.Province.Id, Now);

        Assert.Equal(
            ("People.DutyNameTaken", "People.DutyNameLength", "People.DutyChangedMeanwhile", RefusalKind.NotFound),
            (doubled.Refusal?.TextKey, nameless.Refusal?.TextKey, stale.Refusal?.TextKey, unknown.Refusal?.Kind));
    }

    [Fact]
    public void A_code_is_made_of_the_reading_where_there_is_no_english_name() =>
        Assert.Equal("dangbanzhuren", Duty.Create("党办主任", null, 10).Value.Code);
}
