using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.Audit;
using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin;

public sealed class ConsoleTests
{
    [Theory, EveryDatabase]
    public async Task Whoever_manages_nothing_finds_no_console(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省大数据管理局"));

        var powers = await host.Get<ReadOwnPowers>().HandleAsync(lin.Id, Cancel);
        var people = await host.Get<FindManagedPeople>().HandleAsync(new FindManagedPeopleRequest("林"), lin.Id, Cancel);
        var audit = await host.Get<ListAudit>().HandleAsync(new ListAuditRequest(null, null, null, null), lin.Id, Cancel);
        var check = await host.Get<CheckAudit>().HandleAsync(lin.Id, Cancel);

        Assert.Equal(
            Enumerable.Repeat<RefusalKind?>(RefusalKind.NotFound, 4),
            [powers.Refusal?.Kind, people.Refusal?.Kind, audit.Refusal?.Kind, check.Refusal?.Kind]);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_administrator_finds_those_of_the_own_subtree_only_the_shut_out_too(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var section = await host.Given.UnitAsync("人事科", under: bureau, kind: UnitKind.Department);
        var own = await host.Given.PersonAsync("林小雨", section);
        await host.Given.PersonAsync("林大雨", await host.Given.UnitAsync("琼海市教育局"));
        var clerk = await host.Given.UnitAdministratorAsync(bureau);
        await host.Get<DisablePerson>().HandleAsync(own.Id, clerk.Id, Cancel);

        var found = await host.Get<FindManagedPeople>().HandleAsync(new FindManagedPeopleRequest("lin"), clerk.Id, Cancel);
        var shutOut = await host.Get<FindManagedPeople>().HandleAsync(new FindManagedPeopleRequest(" "), clerk.Id, Cancel);

        var only = Assert.Single(found.Value.Items);
        Assert.Equal((own.Id, PersonStatus.Disabled, "文昌市教育局 人事科"), (only.Id, only.Status, only.UnitName));
        Assert.Equal([own.Id], shutOut.Value.Items.Select(person => person.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_province_administrator_finds_everybody_and_sees_the_own_powers(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("琼海市教育局"), mobile: "13800002077");

        var found = await host.Get<FindManagedPeople>().HandleAsync(new FindManagedPeopleRequest("2077"), admin.Id, Cancel);
        var powers = await host.Get<ReadOwnPowers>().HandleAsync(admin.Id, Cancel);

        Assert.Equal([lin.Id], found.Value.Items.Select(person => person.Id));
        Assert.True(powers.Value.IsProvince);
        Assert.Equal(("海南省", 3), (powers.Value.Grants[0].UnitName, powers.Value.Grants[0].Units));
    }

    [Theory, EveryDatabase]
    public async Task The_audit_is_read_newest_first_by_area_and_by_day_on_the_wall(Database database)
    {
        // 23:30 on the wall; half an hour later it is another day there, though not in UTC.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 15, 30, 0, TimeSpan.Zero));
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock });
        var admin = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("琼海市教育局"));
        await host.Get<DisablePerson>().HandleAsync(lin.Id, admin.Id, Cancel);
        clock.Advance(TimeSpan.FromMinutes(31));
        await host.Get<EnablePerson>().HandleAsync(lin.Id, admin.Id, Cancel);

        var all = await ListAsync(host, admin, new ListAuditRequest("person", null, null, null));
        var monday = await ListAsync(host, admin, new ListAuditRequest(null, null, new DateOnly(2026, 11, 23), null));
        var tuesday = await ListAsync(host, admin, new ListAuditRequest(null, new DateOnly(2026, 11, 24), null, null));
        var older = await ListAsync(host, admin, new ListAuditRequest(null, null, null, 2));
        var units = await ListAsync(host, admin, new ListAuditRequest("unit", null, null, null));

        Assert.Equal(["person.enable", "person.disable"], all.Rows.Select(row => row.Action));
        Assert.Equal(("符海宁", "林小雨"), (all.Rows[0].Actor, all.Rows[0].SubjectName));
        Assert.Equal(["person.disable"], monday.Rows.Select(row => row.Action));
        Assert.Equal(["person.enable"], tuesday.Rows.Select(row => row.Action));
        Assert.Equal(["person.disable"], older.Rows.Select(row => row.Action));
        Assert.Empty(units.Rows);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_entry_breaks_the_chain(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("琼海市教育局"));
        await host.Get<DisablePerson>().HandleAsync(lin.Id, admin.Id, Cancel);
        var whole = await host.Get<CheckAudit>().HandleAsync(admin.Id, Cancel);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.AuditEntries.ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Action, "person.enable"), Cancel);
        }

        var broken = await host.Get<CheckAudit>().HandleAsync(admin.Id, Cancel);

        Assert.Null(whole.Value.FirstBroken);
        Assert.Equal(1, broken.Value.FirstBroken);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<AuditRows> ListAsync(TestHost host, Person by, ListAuditRequest request) =>
        (await host.Get<ListAudit>().HandleAsync(request, by.Id, Cancel)).Value;
}
