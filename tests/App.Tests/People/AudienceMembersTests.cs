using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class AudienceMembersTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Everyone_holds_everyone(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var people = await SomePeopleAsync(host);

        var audience = await AudienceAsync(host, new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Everyone });

        await AssertHoldsAsync(host, audience, people, people);
    }

    [Theory, EveryDatabase]
    public async Task A_subtree_holds_who_sits_below_on_its_line(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省教育厅");
        var county = await host.Given.UnitAsync("保亭县教育局", guidedBy: province);
        var section = await host.Given.UnitAsync("人事股", county, kind: UnitKind.Department);
        var lin = await host.Given.PersonAsync("林小雨", section);
        var wang = await host.Given.PersonAsync("王浩然", province);

        var block = await AudienceAsync(host, Subtree(province, Line.Administrative));
        var line = await AudienceAsync(host, Subtree(province, Line.Business));
        var unsaid = await AudienceAsync(host, Subtree(province, null));

        await AssertHoldsAsync(host, block, [lin, wang], [wang]);
        await AssertHoldsAsync(host, line, [lin, wang], [lin, wang]);
        await AssertHoldsAsync(host, unsaid, [lin, wang], [wang]);
    }

    [Theory, EveryDatabase]
    public async Task A_duty_narrows_a_subtree_to_posts_of_that_duty(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("省教育厅");
        var elsewhere = await host.Given.UnitAsync("省财政厅");
        var leader = await host.Given.PersonAsync("林小雨", elsewhere);
        await host.Given.PostAsync(leader, bureau, "局长", "leader");
        var clerk = await host.Given.PersonAsync("王浩然", bureau);
        await host.Given.PostAsync(clerk, elsewhere, "组长", "leader");

        var inBureau = await AudienceAsync(host, Subtree(bureau, Line.Administrative, "leader"));
        var anywhere = await AudienceAsync(host, new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Duty, Duty = "leader" });

        await AssertHoldsAsync(host, inBureau, [leader, clerk], [leader]);
        await AssertHoldsAsync(host, anywhere, [leader, clerk], [leader, clerk]);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_left_out_is_out_whatever_else_takes_them_in(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var people = await SomePeopleAsync(host);

        var audience = await AudienceAsync(
            host,
            new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Everyone },
            new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Person, PersonId = people[0].Id },
            new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Person, PersonId = people[0].Id, Exclude = true });

        await AssertHoldsAsync(host, audience, people, [.. people.Skip(1)]);
    }

    [Theory, EveryDatabase]
    public async Task Members_come_in_pages_without_gap_or_repeat(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var people = await SomePeopleAsync(host);
        var audience = await AudienceAsync(host, new AudienceTerm { AudienceId = default, Ordinal = 0, Kind = AudienceTermKind.Everyone });
        var members = host.Get<AudienceMembers>();

        var first = await members.MembersAsync(audience, default, 2, Now);
        var rest = await members.MembersAsync(audience, first[^1], 10, Now);

        Assert.Equal(people.Select(person => person.Id).Order(), first.Concat(rest));
    }

    [Theory, EveryDatabase]
    public async Task An_empty_audience_holds_nobody(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var people = await SomePeopleAsync(host);

        var audience = await AudienceAsync(host);

        await AssertHoldsAsync(host, audience, people, []);
    }

    [Theory, EveryDatabase]
    public async Task A_level_keeps_of_a_subtree_the_units_of_such_divisions(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省应急管理厅");
        var city = await host.Given.UnitAsync("海口市", kind: UnitKind.Division, code: "460100");
        var district = await host.Given.UnitAsync("龙华区", city, kind: UnitKind.Division, code: "460106");
        var township = await host.Given.UnitAsync("新坡镇", district, kind: UnitKind.Division, code: "460106101");
        var inCity = await LeaderAsync(host, await host.Given.UnitAsync("海口市应急管理局", city, guidedBy: province));
        var countyBureau = await host.Given.UnitAsync("龙华区应急管理局", district, guidedBy: province);
        var inDistrict = await LeaderAsync(host, countyBureau);
        var inTownship = await LeaderAsync(host, await host.Given.UnitAsync("新坡镇应急办", township, guidedBy: countyBureau));
        var clerk = await host.Given.PersonAsync("王浩然", countyBureau);

        var county = await AudienceAsync(host, Subtree(province, Line.Business, "leader", DivisionLevel.County));
        var prefecture = await AudienceAsync(host, Subtree(province, Line.Business, "leader", DivisionLevel.Prefecture));
        var any = await AudienceAsync(host, Subtree(province, Line.Business, "leader"));

        Person[] all = [inCity, inDistrict, inTownship, clerk];
        await AssertHoldsAsync(host, county, all, [inDistrict]);
        await AssertHoldsAsync(host, prefecture, all, [inCity]);
        await AssertHoldsAsync(host, any, all, [inCity, inDistrict, inTownship]);
    }

    private static async Task<Person> LeaderAsync(TestHost host, Unit unit)
    {
        var person = await host.Given.PersonAsync("林小雨", unit);
        await host.Given.PostAsync(person, unit, "局长", "leader");
        return person;
    }

    private static AudienceTerm Subtree(Unit unit, Line? line, string? duty = null, DivisionLevel? level = null) => new()
    {
        AudienceId = default,
        Ordinal = 0,
        Kind = AudienceTermKind.Subtree,
        UnitId = unit.Id,
        Line = line,
        Duty = duty,
        Level = level,
    };

    private static async Task<List<Person>> SomePeopleAsync(TestHost host)
    {
        var bureau = await host.Given.UnitAsync("省教育厅");
        List<Person> people = [];
        foreach (var name in new[] { "林小雨", "王浩然", "欧阳雅琪" })
        {
            people.Add(await host.Given.PersonAsync(name, bureau));
        }

        return people;
    }

    private static async Task<AudienceId> AudienceAsync(TestHost host, params AudienceTerm[] terms)
    {
        var id = AudienceId.New();
        await using var kept = await host.OpenDatabaseAsync();
        kept.Add(new Audience { Id = id, Name = "试" });
        kept.AddRange(terms.Select((term, place) => new AudienceTerm
        {
            AudienceId = id,
            Ordinal = place,
            Kind = term.Kind,
            Line = term.Line,
            UnitId = term.UnitId,
            Duty = term.Duty,
            Level = term.Level,
            PersonId = term.PersonId,
            Exclude = term.Exclude,
        }));
        await kept.SaveChangesAsync(Now);
        return id;
    }

    // The three questions must agree.
    private static async Task AssertHoldsAsync(TestHost host, AudienceId audience, IReadOnlyList<Person> all, IReadOnlyList<Person> held)
    {
        var members = host.Get<AudienceMembers>();
        Assert.Equal(held.Select(person => person.Id).Order(), await members.MembersAsync(audience, default, 100, Now));
        foreach (var person in all)
        {
            Assert.Equal(held.Contains(person), await members.HoldsAsync(audience, person.Id, Now));
            Assert.Equal(held.Contains(person), (await members.AudiencesOfAsync(person.Id, Now)).Contains(audience));
        }
    }
}
