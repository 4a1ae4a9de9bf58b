using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.Grants;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class GrantTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_granted_role_works_at_once_and_so_does_its_end(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var admin = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", bureau);

        var granted = await GrantAsync(host, admin, lin, AdminRole.Unit, bureau);
        Assert.Null(granted.Refusal);
        Assert.True(await host.Get<Powers>().MayManageUnitAsync(lin.Id, bureau.Id, Cancel));
        var revoked = await RevokeAsync(host, admin, lin, AdminRole.Unit, bureau);

        Assert.Null(revoked.Refusal);
        Assert.False(await host.Get<Powers>().MayManageUnitAsync(lin.Id, bureau.Id, Cancel));
        await using var kept = await host.OpenDatabaseAsync();
        var entries = await kept.AuditEntries.OrderBy(entry => entry.Seq).ToListAsync(Cancel);
        Assert.Equal([("grant.add", bureau.Id), ("grant.remove", bureau.Id)], entries.Select(entry => (entry.Action, entry.UnitId!.Value)));
    }

    [Theory]
    [EveryDatabase(AdminRole.Unit, true)]
    [EveryDatabase(AdminRole.InformationOfficer, true)]
    [EveryDatabase(AdminRole.Auditor, true)]
    [EveryDatabase(AdminRole.Province, false)]
    [EveryDatabase(AdminRole.SystemAdministrator, false)]
    [EveryDatabase(AdminRole.SecurityAdministrator, false)]
    [EveryDatabase(AdminRole.AuditAdministrator, false)]
    public async Task A_unit_administrator_hands_on_no_more_than_is_held(Database database, AdminRole role, bool may)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var section = await host.Given.UnitAsync("人事科", under: bureau, kind: UnitKind.Department);
        var other = await host.Given.UnitAsync("琼海市教育局");
        var clerk = await host.Given.UnitAdministratorAsync(bureau);
        var lin = await host.Given.PersonAsync("林小雨", section);

        var inside = await GrantAsync(host, clerk, lin, role, section);
        var outside = await GrantAsync(host, clerk, lin, role, other);
        var otherLine = await GrantAsync(host, clerk, lin, role, section, Line.Business);

        Assert.Equal(may ? null : "Admin.MayNotGrant", inside.Refusal?.TextKey);
        Assert.Equal("Admin.MayNotGrant", outside.Refusal?.TextKey);
        Assert.Equal("Admin.MayNotGrant", otherLine.Refusal?.TextKey);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.True(await kept.AuditEntries.AnyAsync(entry => entry.Action == "grant.add" && entry.Result == AuditResult.Refused, Cancel));
    }

    [Theory]
    [EveryDatabase(AdminRole.InformationOfficer)]
    [EveryDatabase(AdminRole.Auditor)]
    [EveryDatabase(AdminRole.SystemAdministrator)]
    [EveryDatabase(AdminRole.AuditAdministrator)]
    public async Task Other_roles_grant_nothing_and_take_nothing(Database database, AdminRole role)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var holder = await host.Given.PersonAsync("陈思远", bureau);
        await host.Given.RoleAsync(holder, role, AdminRights.IsForTheProvince(role) ? null : bureau);
        var lin = await host.Given.UnitAdministratorAsync(bureau, "林小雨");

        var granted = await GrantAsync(host, holder, lin, AdminRole.Auditor, bureau);
        var revoked = await RevokeAsync(host, holder, lin, AdminRole.Unit, bureau);

        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden), (granted.Refusal?.Kind, revoked.Refusal?.Kind));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_raises_oneself(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var bureau = await host.Given.UnitAsync("文昌市教育局");

        var result = await GrantAsync(host, admin, admin, AdminRole.Unit, bureau);

        Assert.Equal("Admin.GrantYourself", result.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task The_three_duties_are_never_in_one_hand_even_when_granted_at_the_same_moment(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("省大数据管理局"));
        AdminRole[] duties = [AdminRole.SystemAdministrator, AdminRole.SecurityAdministrator, AdminRole.AuditAdministrator];

        var granted = await Task.WhenAll(duties.Concat(duties).Select(duty => GrantAsync(host, admin, lin, duty)));

        Assert.Single(granted, result => result.Refusal is null);
        Assert.Contains(granted, result => result.Refusal?.TextKey == "Admin.DutiesExclude");
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(1, await kept.AdminGrants.CountAsync(grant => grant.PersonId == lin.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task The_last_province_administrator_stays_whichever_way_the_power_would_go(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var first = await host.Given.ProvinceAdministratorAsync();
        var security = await host.Given.PersonAsync("陈思远", await host.Given.UnitAsync("省国家密码管理局"));
        await host.Given.RoleAsync(security, AdminRole.SecurityAdministrator);

        Assert.Equal("Admin.LastProvince", (await RevokeAsync(host, security, first, AdminRole.Province)).Refusal?.TextKey);
        Assert.Equal("Admin.LastProvince", (await RevokeAsync(host, first, first, AdminRole.Province)).Refusal?.TextKey);

        var second = await host.Given.ProvinceAdministratorAsync("吴清源");
        var both = await Task.WhenAll(
            host.Get<DisablePerson>().HandleAsync(first.Id, second.Id, Cancel), host.Get<DisablePerson>().HandleAsync(second.Id, first.Id, Cancel));

        Assert.Single(both, result => result.Refusal is null);
        await using var kept = await host.OpenDatabaseAsync();
        var left = await kept.People.SingleAsync(person => (person.Id == first.Id || person.Id == second.Id) && person.Status == PersonStatus.Active, Cancel);
        Assert.Equal("Admin.LastProvince", (await RevokeAsync(host, security, left, AdminRole.Province)).Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_shut_out_unknown_or_holds_the_role_already_is_granted_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var lin = await host.Given.PersonAsync("林小雨", bureau);
        var clerk = await host.Given.UnitAdministratorAsync(bureau);
        await host.Get<DisablePerson>().HandleAsync(lin.Id, admin.Id, Cancel);

        var shutOut = await GrantAsync(host, admin, lin, AdminRole.Unit, bureau);
        var again = await GrantAsync(host, admin, clerk, AdminRole.Unit, bureau);
        var unknown = await host.Get<GrantRole>().HandleAsync(new GrantRoleRequest(PersonId.New(), AdminRole.Unit, bureau.Id), admin.Id, Cancel);
        var nowhere = await host.Get<GrantRole>().HandleAsync(new GrantRoleRequest(clerk.Id, AdminRole.Unit, UnitId.New()), admin.Id, Cancel);
        var gone = await RevokeAsync(host, admin, lin, AdminRole.Auditor, bureau);

        Assert.Equal(
            ["Admin.GrantInactive", "Admin.AlreadyGranted", "Admin.PersonNotFound", "Admin.UnitNotFound", "Admin.GrantGone"],
            [shutOut.Refusal?.TextKey, again.Refusal?.TextKey, unknown.Refusal?.TextKey, nowhere.Refusal?.TextKey, gone.Refusal?.TextKey]);
    }

    [Theory, EveryDatabase]
    public async Task Who_administers_a_unit_is_told_with_those_above_in_either_line(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var department = await host.Given.UnitAsync("省教育厅");
        var bureau = await host.Given.UnitAsync("文昌市教育局", guidedBy: department);
        var own = await host.Given.UnitAdministratorAsync(bureau);
        var guide = await host.Given.PersonAsync("陈思远", department);
        await host.Given.RoleAsync(guide, AdminRole.InformationOfficer, department, Line.Business);
        var auditor = await host.Given.PersonAsync("王审计", bureau);
        await host.Given.RoleAsync(auditor, AdminRole.Auditor, bureau);
        var lin = await host.Given.PersonAsync("林小雨", bureau);

        var toAdmin = (await host.Get<ListGrants>().HandleAsync(bureau.Id, admin.Id, Cancel)).Value;
        var toOwn = (await host.Get<ListGrants>().HandleAsync(bureau.Id, own.Id, Cancel)).Value;
        var toLin = (await host.Get<ListGrants>().HandleAsync(bureau.Id, lin.Id, Cancel)).Value;

        Assert.Equal(
            [(own.Id, false, bureau.Name), (auditor.Id, false, bureau.Name), (admin.Id, true, "海南省"), (guide.Id, true, department.Name)],
            toAdmin.Grants.Select(grant => (grant.Person, grant.IsInherited, grant.FromName)).OrderBy(row => row.IsInherited).ThenBy(row => row.FromName == department.Name));
        Assert.All(toAdmin.Grants, grant => Assert.True(grant.MayRevoke));
        Assert.Equal([own.Id, auditor.Id], toOwn.Grants.Where(grant => grant.MayRevoke).Select(grant => grant.Person));
        Assert.Equal((true, true, false), (toAdmin.MayGrant, toOwn.MayGrant, toLin.MayGrant));
        Assert.DoesNotContain(toLin.Grants, grant => grant.Person == auditor.Id || grant.MayRevoke);
        Assert.Equal(3, toLin.Grants.Count);
    }

    private static Task<Result<Done>> GrantAsync(
        TestHost host, Person by, Person person, AdminRole role, Unit? unit = null, Line line = Line.Administrative) =>
        host.Get<GrantRole>().HandleAsync(new GrantRoleRequest(person.Id, role, unit?.Id, line), by.Id, Cancel);

    private static async Task<Result<Done>> RevokeAsync(TestHost host, Person by, Person person, AdminRole role, Unit? unit = null) =>
        await host.Get<RevokeRole>().HandleAsync(
            new RevokeRoleRequest(person.Id, unit?.Id ?? await host.Given.RootAsync(), role, Line.Administrative), by.Id, Cancel);
}
