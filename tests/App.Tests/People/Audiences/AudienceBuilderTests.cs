using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Audiences;

public sealed class AudienceBuilderTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task All_bureau_heads_of_a_business_in_every_county_are_one_question(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省应急管理厅");
        var reader = await host.Given.PersonAsync("符海宁", province);
        List<PersonId> heads = [];
        foreach (var (name, code) in new[] { ("龙华区", "460106"), ("保亭县", "469029"), ("三亚市", "460200") })
        {
            var division = await host.Given.UnitAsync(name, kind: UnitKind.Division, code: code);
            var bureau = await host.Given.UnitAsync($"{name}应急管理局", division, guidedBy: province);
            var head = await host.Given.PersonAsync("林小雨", bureau);
            await host.Given.PostAsync(head, bureau, "局长", "leader");
            await host.Given.PersonAsync("王浩然", bureau);
            heads.Add(head.Id);
        }

        AudienceRule[] rules = [new(AudienceTermKind.Subtree) { UnitId = province.Id, Line = Line.Business, Duty = "leader", Level = DivisionLevel.County }];
        var counted = await host.Get<CountAudience>().HandleAsync(rules, reader.Id, Now);
        var listed = await host.Get<ListAudience>().HandleAsync(new ListAudienceRequest(rules), reader.Id, Now);

        Assert.Equal(2, counted.Value);
        Assert.Equal(heads.Take(2).Order(), listed.Value.Rows.Select(person => person.Id).Order());
        Assert.All(listed.Value.Rows, person => Assert.EndsWith("应急管理局", person.UnitName, StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Pages_follow_each_other_without_gap_or_repeat(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省教育厅");
        List<Person> people = [];
        foreach (var name in new[] { "林小雨", "王浩然", "林小雨", "欧阳雅琪", "单婉清" })
        {
            people.Add(await host.Given.PersonAsync(name, bureau));
        }

        AudienceRule[] rules = [new(AudienceTermKind.Everyone)];
        List<PersonId> seen = [];
        PersonId? after = null;
        do
        {
            var page = (await host.Get<ListAudience>().HandleAsync(new ListAudienceRequest(rules, after, 2), people[0].Id, Now)).Value;
            seen.AddRange(page.Rows.Select(person => person.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(people.Select(person => person.Id).Order(), seen.Order());
    }

    [Theory, EveryDatabase]
    public async Task What_a_reader_does_not_see_is_neither_counted_nor_listed_nor_explained(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var open = await host.Given.UnitAsync("省教育厅");
        var hidden = await host.Given.UnitAsync("专项办");
        var reader = await host.Given.PersonAsync("符海宁", open);
        var secret = await host.Given.PersonAsync("林小雨", hidden);
        var both = await host.Given.PersonAsync("王浩然", open);
        await host.Given.PostAsync(both, hidden, "组长", "leader");
        var admin = await host.Given.ProvinceAdministratorAsync();
        await using (var kept = await host.OpenDatabaseAsync())
        {
            kept.Add(new VisibilityRule { Id = VisibilityRuleId.New(), Kind = VisibilityRuleKind.HideUnit, UnitId = hidden.Id, MadeBy = admin.Id, MadeAt = DateTimeOffset.UnixEpoch, Reason = "试" });
            await kept.SaveChangesAsync(Now);
        }

        AudienceRule[] leaders = [new(AudienceTermKind.Duty) { Duty = "leader" }];
        AudienceRule[] there = [new(AudienceTermKind.Subtree) { UnitId = hidden.Id }];
        AudienceRule[] gone = [new(AudienceTermKind.Subtree) { UnitId = UnitId.New() }];
        AudienceRule[] everyone = [new(AudienceTermKind.Everyone)];
        var count = host.Get<CountAudience>();

        Assert.Equal(0, (await count.HandleAsync(leaders, reader.Id, Now)).Value);
        Assert.Equal(3, (await count.HandleAsync(everyone, reader.Id, Now)).Value);
        Assert.Equal(
            (await count.HandleAsync(gone, reader.Id, Now)).Refusal?.TextKey, (await count.HandleAsync(there, reader.Id, Now)).Refusal?.TextKey);
        Assert.DoesNotContain(secret.Id, (await host.Get<ListAudience>().HandleAsync(new ListAudienceRequest(everyone), reader.Id, Now)).Value.Rows.Select(row => row.Id));
        var why = host.Get<ExplainMembership>();
        Assert.Equal(RefusalKind.NotFound, (await why.HandleAsync(secret.Id, everyone, reader.Id, Now)).Refusal?.Kind);
        Assert.Empty((await why.HandleAsync(both.Id, leaders, reader.Id, Now)).Value.Reasons);
    }

    [Theory, EveryDatabase]
    public async Task It_says_which_rules_hold_of_a_person_and_by_which_post(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省教育厅");
        var lin = await host.Given.PersonAsync("林小雨", bureau);
        await host.Given.PostAsync(lin, bureau, "主任", "leader");
        AudienceRule[] rules =
        [
            new(AudienceTermKind.Subtree) { UnitId = bureau.Id, Duty = "leader" },
            new(AudienceTermKind.Person) { PersonId = lin.Id },
            new(AudienceTermKind.Person) { PersonId = lin.Id, IsExcluding = true },
        ];
        var why = host.Get<ExplainMembership>();

        var taken = (await why.HandleAsync(lin.Id, rules[..2], lin.Id, Now)).Value;
        var left = (await why.HandleAsync(lin.Id, rules, lin.Id, Now)).Value;

        Assert.True(taken.IsIn);
        Assert.Equal([new MembershipReason(0, "省教育厅 主任"), new MembershipReason(1, null)], taken.Reasons);
        Assert.Equal((false, 3), (left.IsIn, left.Reasons.Count));
    }

    [Theory, EveryDatabase]
    public async Task Rules_that_are_asked_and_rules_that_are_kept_hold_the_same_people(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var random = new Random(11);
        var city = await host.Given.UnitAsync("海口市", kind: UnitKind.Division, code: "460100");
        var county = await host.Given.UnitAsync("龙华区", city, kind: UnitKind.Division, code: "460106");
        var guide = await host.Given.UnitAsync("省教育厅");
        Unit[] offices = [guide, await host.Given.UnitAsync("海口市教育局", city, guidedBy: guide), await host.Given.UnitAsync("龙华区教育局", county, guidedBy: guide)];
        Unit[] units = [.. offices, city, county, await host.Given.UnitAsync("人事处", offices[1], kind: UnitKind.Department)];
        var admin = await host.Given.ProvinceAdministratorAsync();
        List<Person> people = [];
        for (var number = 0; number < 12; number++)
        {
            var person = await host.Given.PersonAsync("林小雨", units[random.Next(units.Length)]);
            await host.Given.PostAsync(person, units[random.Next(units.Length)], "兼职", random.Next(2) == 0 ? "leader" : null);
            people.Add(person);
        }

        for (var round = 0; round < 15; round++)
        {
            AudienceRule[] rules = [Rule(random, units, people) with { IsExcluding = false }, Rule(random, units, people), Rule(random, units, people)];
            var saved = await host.Get<SaveAudience>().HandleAsync(new SaveAudienceRequest($"第{round}个", rules), admin.Id, Now);
            var kept = await host.Get<AudienceMembers>().MembersAsync(saved.Value, default, 1000, Now);
            var asked = await host.Get<ListAudience>().HandleAsync(new ListAudienceRequest(rules), admin.Id, Now);
            Assert.Equal(kept, asked.Value.Rows.Select(row => row.Id).Order());
            Assert.Equal(kept.Count, (await host.Get<CountAudience>().HandleAsync(rules, admin.Id, Now)).Value);
        }
    }

    [Theory, EveryDatabase]
    public async Task One_keeps_renames_and_removes_only_the_own_audiences(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省教育厅");
        var (lin, wang) = (await host.Given.PersonAsync("林小雨", bureau), await host.Given.PersonAsync("王浩然", bureau));
        AudienceRule[] rules = [new(AudienceTermKind.Subtree) { UnitId = bureau.Id, Level = DivisionLevel.County, Line = Line.Business }];
        var (save, list) = (host.Get<SaveAudience>(), host.Get<ListSavedAudiences>());

        var first = await save.HandleAsync(new SaveAudienceRequest("县区局长", rules), lin.Id, Now);
        await save.HandleAsync(new SaveAudienceRequest("全厅", [new(AudienceTermKind.Subtree) { UnitId = bureau.Id, IsUnitOnly = true }]), lin.Id, Now);
        var again = await save.HandleAsync(new SaveAudienceRequest("县区局长", rules), lin.Id, Now);
        var nameless = await save.HandleAsync(new SaveAudienceRequest(" ", rules), lin.Id, Now);
        var empty = await save.HandleAsync(new SaveAudienceRequest("空", []), lin.Id, Now);
        var taken = await host.Get<RenameAudience>().HandleAsync(again.Value, "全厅", lin.Id, Now);
        var stranger = await host.Get<RenameAudience>().HandleAsync(again.Value, "我的", wang.Id, Now);
        var strangerToo = await host.Get<RemoveAudience>().HandleAsync(again.Value, wang.Id, Now);
        await host.Get<RenameAudience>().HandleAsync(again.Value, "各县局长", lin.Id, Now);

        var kept = await list.HandleAsync(lin.Id, Now);
        Assert.NotEqual(first.Value, again.Value);
        Assert.Equal(
            ["Audience.NameLength", "Audience.NoRules", "Audience.NameTaken", "Audience.NoSuch", "Audience.NoSuch"],
            new[] { nameless.Refusal, empty.Refusal, taken.Refusal, stranger.Refusal, strangerToo.Refusal }.Select(refusal => refusal?.TextKey));
        Assert.Equal(["全厅", "各县局长"], kept.Select(audience => audience.Name).Order(StringComparer.Ordinal));
        Assert.Equal(rules[0] with { Name = "省教育厅" }, Assert.Single(kept.Single(audience => audience.Id == again.Value).Rules));
        Assert.Empty(await list.HandleAsync(wang.Id, Now));
        await host.Get<RemoveAudience>().HandleAsync(again.Value, lin.Id, Now);
        Assert.Single(await list.HandleAsync(lin.Id, Now));
    }

    private static AudienceRule Rule(Random random, Unit[] units, List<Person> people)
    {
        var isOut = random.Next(3) == 0;
        var line = random.Next(2) == 0 ? Line.Administrative : Line.Business;
        return random.Next(4) switch
        {
            0 => new AudienceRule(AudienceTermKind.Duty) { Duty = "leader", IsExcluding = isOut },
            1 => new AudienceRule(AudienceTermKind.Person) { PersonId = people[random.Next(people.Count)].Id, IsExcluding = isOut },
            _ => new AudienceRule(AudienceTermKind.Subtree)
            {
                UnitId = units[random.Next(units.Length)].Id,
                Line = line,
                IsUnitOnly = line == Line.Administrative && random.Next(3) == 0,
                Duty = random.Next(3) == 0 ? "leader" : null,
                Level = random.Next(3) == 0 ? (DivisionLevel)random.Next(5) : null,
                IsExcluding = isOut,
            },
        };
    }
}
