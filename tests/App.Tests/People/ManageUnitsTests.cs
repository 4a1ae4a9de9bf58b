using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class ManageUnitsTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task An_administrator_adds_a_unit_inside_the_own_subtree(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);

        var added = await AddAsync(host, bureau.Id, "  督导股 ", admin);

        var children = await host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(bureau.Id, Line.Administrative), admin.Id, Now);
        var found = await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("dudaogu", admin.Id), Now);
        Assert.Equal((added.Value, "督导股"), (children[0].Id, children[0].Name));
        Assert.Equal(added.Value, Assert.Single(found.Units).Id);
        await AssertClosureAsync(host);
        Assert.Equal(["unit.add"], await ActsAsync(host));
    }

    [Theory]
    [EveryDatabase("")]
    [EveryDatabase("   ")]
    [EveryDatabase("\u0007\u202e")]
    public async Task A_unit_needs_a_name(Database database, string name)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);

        var empty = await AddAsync(host, bureau.Id, name, admin);
        var tooLong = await AddAsync(host, bureau.Id, new string('长', Unit.MaxNameLength + 1), admin);

        Assert.Equal((RefusalKind.Invalid, RefusalKind.Invalid), (empty.Refusal?.Kind, tooLong.Refusal?.Kind));
        Assert.Empty(await ActsAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task Script_in_a_name_stays_plain_text(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);

        var added = await AddAsync(host, bureau.Id, "<script>alert(1)</script>", admin);

        var unit = await host.Get<ReadUnit>().HandleAsync(added.Value, admin.Id, Now);
        Assert.Equal("<script>alert(1)</script>", unit.Value.Name);
    }

    [Theory, EveryDatabase]
    public async Task Two_units_of_one_name_do_not_stand_side_by_side(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);
        await AddAsync(host, bureau.Id, "督导股", admin);

        var again = await AddAsync(host, bureau.Id, "督导股", admin);

        Assert.Equal((RefusalKind.Conflict, "People.UnitNameTaken"), (again.Refusal?.Kind, again.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_subtree_is_refused_in_every_act(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var own = await host.Given.UnitAsync("保亭县教育局");
        var inside = await host.Given.UnitAsync("督导股", own, kind: UnitKind.Department);
        var other = await host.Given.UnitAsync("三亚市教育局");
        var theirs = await host.Given.UnitAsync("人事科", other, kind: UnitKind.Department);
        var admin = await host.Given.UnitAdministratorAsync(own);

        Refusal?[] refusals =
        [
            (await AddAsync(host, other.Id, "新科", admin)).Refusal,
            (await RenameAsync(host, other.Id, "改名", 1, admin)).Refusal,
            (await MoveAsync(host, theirs.Id, own.Id, 1, admin)).Refusal,
            (await MoveAsync(host, inside.Id, other.Id, 1, admin)).Refusal,
            (await host.Get<AddUnit>().HandleAsync(new AddUnitRequest(own.Id, UnitKind.Office, "新办", Superior: other.Id), admin.Id, Now)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(RefusalKind.Forbidden, refusal?.Kind));
        Assert.Equal(RefusalKind.NotFound, (await RenameAsync(host, UnitId.New(), "改名", 1, admin)).Refusal?.Kind);
        Assert.Empty(await ActsAsync(host));
        await AssertClosureAsync(host);
    }

    [Theory, EveryDatabase]
    public async Task A_stale_rename_is_refused_and_nothing_is_lost(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);
        var seen = (await host.Get<ReadUnit>().HandleAsync(bureau.Id, admin.Id, Now)).Value.Version;

        var first = await RenameAsync(host, bureau.Id, "保亭县教育和体育局", seen, admin);
        var second = await RenameAsync(host, bureau.Id, "保亭县教体局", seen, admin);

        var name = (await host.Get<ReadUnit>().HandleAsync(bureau.Id, admin.Id, Now)).Value.Name;
        Assert.Null(first.Refusal);
        Assert.Equal((RefusalKind.Conflict, "保亭县教育和体育局"), (second.Refusal?.Kind, name));
        Assert.Equal(["unit.rename"], await ActsAsync(host));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_never_comes_to_stand_under_its_own_child(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var upper = await host.Given.UnitAsync("上");
        var middle = await host.Given.UnitAsync("中", upper);
        var lower = await host.Given.UnitAsync("下", middle);
        var admin = await host.Given.ProvinceAdministratorAsync();

        var underChild = await MoveAsync(host, upper.Id, lower.Id, 1, admin);
        var underItself = await MoveAsync(host, upper.Id, upper.Id, 1, admin);
        var guided = await MoveAsync(host, lower.Id, upper.Id, 1, admin, Line.Business);
        var guidedBack = await MoveAsync(host, upper.Id, lower.Id, 1, admin, Line.Business);

        Assert.Equal("People.UnderOwnChild", underChild.Refusal?.TextKey);
        Assert.Equal("People.UnderOwnChild", underItself.Refusal?.TextKey);
        Assert.Null(guided.Refusal);
        Assert.Equal("People.UnderOwnChild", guidedBack.Refusal?.TextKey);
        await AssertClosureAsync(host);
    }

    [Theory, EveryDatabase]
    public async Task A_department_moves_in_both_lines_at_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省教育厅");
        var county = await host.Given.UnitAsync("保亭县教育局", guidedBy: province);
        var other = await host.Given.UnitAsync("保亭县财政局");
        var section = await host.Given.UnitAsync("人事股", county, kind: UnitKind.Department);
        await host.Given.PersonAsync("林小雨", section);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var counts = host.Get<UnitHeadCounts>();
        var before = await counts.OfAsync(Line.Business, [province.Id], Now);

        var moved = await MoveAsync(host, section.Id, other.Id, 1, admin);

        var after = await counts.OfAsync(Line.Business, [province.Id], Now);
        Assert.Null(moved.Refusal);
        Assert.Equal((1, 0), (before[province.Id], after[province.Id]));
        await AssertClosureAsync(host);
    }

    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(2)]
    public async Task After_any_row_of_moves_the_closure_is_what_a_recomputation_says(Database database, int seed)
    {
        await using var host = await TestHost.StartAsync(database);
        var random = new Random(seed);
        var admin = await host.Given.ProvinceAdministratorAsync();
        List<Unit> units = [];
        for (var number = 0; number < 18; number++)
        {
            var kind = random.Next(3) == 0 ? UnitKind.Department : UnitKind.Office;
            var under = units.Where(unit => UnitPlaces.Check(kind, unit.Kind) is null).OrderBy(_ => random.Next()).FirstOrDefault();
            units.Add(await host.Given.UnitAsync($"单位 {number}", under, kind: under is null ? UnitKind.Office : kind));
        }

        var done = 0;
        for (var move = 0; move < 60; move++)
        {
            var unit = units[random.Next(units.Count)];
            var above = random.Next(8) == 0 ? (UnitId?)null : units[random.Next(units.Count)].Id;
            var line = (Line)random.Next(2);
            var version = (await host.Get<ReadUnit>().HandleAsync(unit.Id, admin.Id, Now)).Value.Version;
            done += (await MoveAsync(host, unit.Id, above, version, admin, line)).Refusal is null ? 1 : 0;
        }

        Assert.InRange(done, 10, 59);
        await AssertClosureAsync(host);
    }

    private static Task<Result<UnitId>> AddAsync(TestHost host, UnitId parent, string name, Person by) =>
        host.Get<AddUnit>().HandleAsync(new AddUnitRequest(parent, UnitKind.Department, name), by.Id, Now);

    private static Task<Result<Done>> RenameAsync(TestHost host, UnitId unit, string name, long version, Person by) =>
        host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(unit, name, null, version), by.Id, Now);

    private static Task<Result<Done>> MoveAsync(
        TestHost host, UnitId unit, UnitId? above, long version, Person by, Line line = Line.Administrative) =>
        host.Get<MoveUnit>().HandleAsync(new MoveUnitRequest(unit, line, above, version), by.Id, Now);

    private static async Task<List<string>> ActsAsync(TestHost host)
    {
        await using var kept = await host.OpenDatabaseAsync();
        return await kept.AuditEntries.Where(entry => entry.Result == AuditResult.Done).OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Now);
    }

    private static async Task AssertClosureAsync(TestHost host)
    {
        await using var kept = await host.OpenDatabaseAsync();
        var units = await kept.Units.AsNoTracking().ToListAsync(Now);
        var rows = await kept.UnitClosures.AsNoTracking().ToListAsync(Now);
        foreach (var line in Enum.GetValues<Line>())
        {
            Assert.Equal(
                UnitLines.Closure(units, line).Select(Told).Order(StringComparer.Ordinal),
                rows.Where(row => row.Line == line).Select(Told).Order(StringComparer.Ordinal));
        }
    }

    private static string Told(UnitClosure row) => $"{row.AncestorId} {row.DescendantId} {row.Depth}";
}
