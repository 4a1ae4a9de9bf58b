using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class TagsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_private_tag_is_seen_by_its_owner_alone(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var me = await host.Given.PersonAsync("符海宁", office);
        var other = await host.Given.PersonAsync("王浩然", office);
        var far = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省教育厅"));

        var tag = (await MakeAsync(host, "项目组", null, me)).Value;
        var put = await PutAsync(host, tag, far, me);
        var mine = await host.Get<ListTags>().HandleAsync(far.Id, me.Id, Now);
        var theirs = await host.Get<ListTags>().HandleAsync(far.Id, other.Id, Now);
        var people = await host.Get<ListTagPeople>().HandleAsync(tag, me.Id, Now);
        var stranger = await host.Get<ListTagPeople>().HandleAsync(tag, other.Id, Now);

        Assert.Null(put.Refusal);
        Assert.Equal([new TagView(tag, "项目组", null, MayChange: true, IsOn: true)], mine);
        Assert.Empty(theirs);
        Assert.Equal(far.Id, Assert.Single(people.Value.People).Id);
        Assert.Equal(RefusalKind.NotFound, stranger.Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await PutAsync(host, tag, far, other)).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_units_tag_is_made_and_put_by_its_administrators_and_seen_in_and_below_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var keeper = await host.Given.UnitAdministratorAsync(office);
        var clerk = await host.Given.PersonAsync("王浩然", department);
        var far = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省教育厅"));

        var refused = await MakeAsync(host, "青年理论组", office, clerk);
        var tag = (await MakeAsync(host, "青年理论组", office, keeper)).Value;
        var put = await PutAsync(host, tag, clerk, keeper);
        var outside = await PutAsync(host, tag, far, keeper);
        var byClerk = await PutAsync(host, tag, keeper, clerk);

        Assert.Equal(RefusalKind.Forbidden, refused.Refusal?.Kind);
        Assert.Equal((null, "People.TagOutside", RefusalKind.Forbidden), (put.Refusal, outside.Refusal?.TextKey, byClerk.Refusal?.Kind));
        Assert.Equal([new TagView(tag, "青年理论组", "省大数据管理局", MayChange: false, IsOn: true)], await host.Get<ListTags>().HandleAsync(clerk.Id, clerk.Id, Now));
        Assert.Empty(await host.Get<ListTags>().HandleAsync(clerk.Id, far.Id, Now));
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(["tag.make", "tag.put"], await kept.AuditEntries.OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task A_tag_is_renamed_by_those_who_may_change_it_and_keeps_its_people(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var keeper = await host.Given.UnitAdministratorAsync(office);
        var clerk = await host.Given.PersonAsync("王浩然", office);
        var tag = (await MakeAsync(host, "青年理论组", office, keeper)).Value;
        await MakeAsync(host, "党员先锋岗", office, keeper);
        await PutAsync(host, tag, clerk, keeper);
        var rename = host.Get<RenameTag>();

        var stranger = await rename.HandleAsync(tag, "改名", clerk.Id, Now);
        var taken = await rename.HandleAsync(tag, "党员先锋岗", keeper.Id, Now);
        var empty = await rename.HandleAsync(tag, "  ", keeper.Id, Now);
        var done = await rename.HandleAsync(tag, " 青年学习组 ", keeper.Id, Now);

        Assert.Equal((RefusalKind.Forbidden, "People.TagTaken", "People.TagNameLength"), (stranger.Refusal?.Kind, taken.Refusal?.TextKey, empty.Refusal?.TextKey));
        Assert.Null(done.Refusal);
        var people = (await host.Get<ListTagPeople>().HandleAsync(tag, keeper.Id, Now)).Value;
        Assert.Equal(("青年学习组", clerk.Id), (people.Tag.Name, Assert.Single(people.People).Id));
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Contains("青年理论组", (await kept.AuditEntries.SingleAsync(entry => entry.Action == "tag.rename", Now)).Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_tag_is_taken_off_and_removed_but_not_while_an_audience_needs_it(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var keeper = await host.Given.UnitAdministratorAsync(office);
        var clerk = await host.Given.PersonAsync("王浩然", office);
        var tag = (await MakeAsync(host, "青年理论组", office, keeper)).Value;
        await PutAsync(host, tag, clerk, keeper);
        var audience = await AudienceAsync(host, tag);

        var used = await host.Get<RemoveTag>().HandleAsync(tag, keeper.Id, Now);
        await host.Get<PutTag>().HandleAsync(new PutTagRequest(tag, clerk.Id, IsOn: false), keeper.Id, Now);
        var people = await host.Get<ListTagPeople>().HandleAsync(tag, keeper.Id, Now);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.Audiences.Where(row => row.Id == audience).ExecuteDeleteAsync(Now);
        }

        var removed = await host.Get<RemoveTag>().HandleAsync(tag, keeper.Id, Now);

        Assert.Equal(("People.TagInUse", 0), (used.Refusal?.TextKey, people.Value.Total));
        Assert.Null(removed.Refusal);
        Assert.Empty(await host.Get<ListTags>().HandleAsync(null, keeper.Id, Now));
    }

    [Theory, EveryDatabase]
    public async Task Names_are_clean_and_stand_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var me = await host.Given.PersonAsync("符海宁", await host.Given.UnitAsync("省财政厅"));
        await MakeAsync(host, " 老同学 ", null, me);

        var again = await MakeAsync(host, "老同学", null, me);
        var empty = await MakeAsync(host, "  ", null, me);
        var lengthy = await MakeAsync(host, new string('长', PersonTag.MaxNameLength + 1), null, me);

        Assert.Equal(["People.TagTaken", "People.TagNameLength", "People.TagNameLength"], new[] { again, empty, lengthy }.Select(made => made.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task An_audience_holds_whoever_carries_the_tag(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var keeper = await host.Given.UnitAdministratorAsync(office);
        var clerk = await host.Given.PersonAsync("王浩然", office);
        var tag = (await MakeAsync(host, "青年理论组", office, keeper)).Value;
        await PutAsync(host, tag, clerk, keeper);
        var audience = await AudienceAsync(host, tag);
        var members = host.Get<AudienceMembers>();

        Assert.Equal([clerk.Id], await members.MembersAsync(audience, default, 10, Now));
        Assert.Equal([audience], await members.AudiencesOfAsync(clerk.Id, Now));
        Assert.Equal((true, false), (await members.HoldsAsync(audience, clerk.Id, Now), await members.HoldsAsync(audience, keeper.Id, Now)));
    }

    private static Task<Result<PersonTagId>> MakeAsync(TestHost host, string name, Unit? unit, Person by) =>
        host.Get<MakeTag>().HandleAsync(new MakeTagRequest(name, unit?.Id), by.Id, Now);

    private static Task<Result<Done>> PutAsync(TestHost host, PersonTagId tag, Person person, Person by) =>
        host.Get<PutTag>().HandleAsync(new PutTagRequest(tag, person.Id, IsOn: true), by.Id, Now);

    private static async Task<AudienceId> AudienceAsync(TestHost host, PersonTagId tag)
    {
        var audience = new Audience { Id = AudienceId.New(), Name = "青年" };
        audience.Terms.Add(new AudienceTerm { AudienceId = audience.Id, Ordinal = 0, Kind = AudienceTermKind.Tag, TagId = tag });
        await using var kept = await host.OpenDatabaseAsync();
        kept.Add(audience);
        await kept.SaveChangesAsync(Now);
        return audience.Id;
    }
}
