using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.Trust;

public sealed class PowersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_unit_administrator_manages_the_own_subtree_and_no_other(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var office = await host.Given.UnitAsync("办公室", bureau);
        var other = await host.Given.UnitAsync("海口市公安局");
        var administrator = await host.Given.UnitAdministratorAsync(bureau);
        var powers = host.Get<Powers>();

        Assert.True(await powers.MayManageUnitAsync(administrator.Id, bureau.Id, Cancel));
        Assert.True(await powers.MayManageUnitAsync(administrator.Id, office.Id, Cancel));
        Assert.False(await powers.MayManageUnitAsync(administrator.Id, other.Id, Cancel));
        Assert.False(await powers.MayManageUnitAsync(administrator.Id, await host.Given.RootAsync(), Cancel));
        Assert.Equal([bureau.Id], await powers.ManagedRootsAsync(administrator.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task A_grant_in_the_business_line_reaches_whom_the_unit_guides_and_not_whom_it_heads(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var department = await host.Given.UnitAsync("省教育厅");
        var school = await host.Given.UnitAsync("省直属学校", under: department);
        var bureau = await host.Given.UnitAsync("海口市教育局", guidedBy: department);
        var section = await host.Given.UnitAsync("人事科", under: bureau, kind: UnitKind.Department);
        var officer = await host.Given.PersonAsync("陈思远", department);
        await host.Given.RoleAsync(officer, AdminRole.Unit, department, Line.Business);
        var powers = host.Get<Powers>();

        Assert.True(await powers.MayManageUnitAsync(officer.Id, bureau.Id, Cancel));
        Assert.True(await powers.MayManageUnitAsync(officer.Id, section.Id, Cancel));
        Assert.False(await powers.MayManageUnitAsync(officer.Id, school.Id, Cancel));
    }

    [Theory]
    [EveryDatabase(AdminRole.Province, true, true, true, true)]
    [EveryDatabase(AdminRole.SystemAdministrator, true, true, true, false)]
    [EveryDatabase(AdminRole.SecurityAdministrator, false, false, false, true)]
    [EveryDatabase(AdminRole.AuditAdministrator, false, false, false, false)]
    [EveryDatabase(AdminRole.Unit, false, true, true, true)]
    [EveryDatabase(AdminRole.InformationOfficer, false, false, true, false)]
    [EveryDatabase(AdminRole.Auditor, false, false, false, false)]
    public async Task A_role_may_what_it_is_for(Database database, AdminRole role, bool settings, bool units, bool people, bool grants)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var lin = await host.Given.PersonAsync("林小雨", bureau);
        var holder = await host.Given.PersonAsync("陈思远", await host.Given.UnitAsync("省政府办公厅"));
        await host.Given.RoleAsync(holder, role, AdminRights.IsForTheProvince(role) ? null : bureau);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(settings, await Powers.MayChangeSettingsAsync(kept, holder.Id, Cancel));
        Assert.Equal(units, await Powers.MayManageUnitAsync(kept, holder.Id, bureau.Id, Cancel));
        Assert.Equal(people, await Powers.MayManagePeopleOfUnitAsync(kept, holder.Id, bureau.Id, Cancel));
        Assert.Equal(people, await Powers.MayManagePersonAsync(kept, holder.Id, lin.Id, Cancel));
        Assert.Equal(grants, await Powers.MayGrantAsync(kept, holder.Id, AdminRole.Auditor, bureau.Id, Line.Administrative, Cancel));
        Assert.Equal(grants, await Powers.MayRuleVisibilityAsync(kept, holder.Id, bureau.Id, Cancel));
        Assert.Equal(role == AdminRole.Province, await Powers.IsProvinceAdministratorAsync(kept, holder.Id, Cancel));
        Assert.Equal(people ? 1 : 0, (await host.Get<Powers>().ManagedRootsAsync(holder.Id, Cancel)).Count);
    }

    [Theory]
    [EveryDatabase(AdminRole.Province, AuditReach.Everything)]
    [EveryDatabase(AdminRole.AuditAdministrator, AuditReach.Everything)]
    [EveryDatabase(AdminRole.Auditor, AuditReach.Subtrees)]
    [EveryDatabase(AdminRole.SystemAdministrator, AuditReach.Nothing)]
    [EveryDatabase(AdminRole.Unit, AuditReach.Nothing)]
    public async Task The_audit_is_read_by_those_it_is_for(Database database, AdminRole role, AuditReach reach)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var other = await host.Given.UnitAsync("海口市公安局");
        var holder = await host.Given.PersonAsync("陈思远", bureau);
        await host.Given.RoleAsync(holder, role, AdminRights.IsForTheProvince(role) ? null : bureau);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(reach, await Powers.AuditReachAsync(kept, holder.Id, Cancel));
        Assert.Equal(reach != AuditReach.Nothing, await Powers.MayReadAuditAsync(kept, holder.Id, bureau.Id, Cancel));
        Assert.Equal(reach == AuditReach.Everything, await Powers.MayReadAuditAsync(kept, holder.Id, other.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_manages_a_person_with_more_power_than_could_have_been_granted(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var city = await host.Given.UnitAsync("海口市");
        var bureau = await host.Given.UnitAsync("海口市教育局", under: city);
        var superior = await host.Given.PersonAsync("符大海", bureau);
        await host.Given.RoleAsync(superior, AdminRole.Unit, city);
        var auditor = await host.Given.PersonAsync("吴明", bureau);
        await host.Given.RoleAsync(auditor, AdminRole.AuditAdministrator);
        var own = await host.Given.UnitAdministratorAsync(bureau);
        var officer = await host.Given.PersonAsync("王浩然", bureau);
        await host.Given.RoleAsync(officer, AdminRole.InformationOfficer, bureau);
        var system = await host.Given.PersonAsync("陈思远", city);
        await host.Given.RoleAsync(system, AdminRole.SystemAdministrator);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.False(await Powers.MayManagePersonAsync(kept, own.Id, superior.Id, Cancel));
        Assert.False(await Powers.MayManagePersonAsync(kept, own.Id, auditor.Id, Cancel));
        Assert.False(await Powers.MayManagePersonAsync(kept, officer.Id, own.Id, Cancel));
        Assert.True(await Powers.MayManagePersonAsync(kept, own.Id, officer.Id, Cancel));
        Assert.True(await Powers.MayManagePersonAsync(kept, system.Id, superior.Id, Cancel));
        Assert.False(await Powers.MayManagePersonAsync(kept, system.Id, auditor.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Guidance_in_the_business_line_gives_no_power(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var department = await host.Given.UnitAsync("省教育厅");
        var bureau = await host.Given.UnitAsync("海口市教育局", guidedBy: department);
        var administrator = await host.Given.UnitAdministratorAsync(department);

        Assert.False(await host.Get<Powers>().MayManageUnitAsync(administrator.Id, bureau.Id, Cancel));
    }

    [Theory, EveryDatabase]
    public async Task Only_a_province_administrator_manages_a_province_administrator(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var first = await host.Given.ProvinceAdministratorAsync();
        var second = await host.Given.ProvinceAdministratorAsync("陈思远");
        var unitAdministrator = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));

        await using var kept = await host.OpenDatabaseAsync();
        Assert.True(await Powers.MayManagePersonAsync(kept, first.Id, second.Id, Cancel));
        Assert.False(await Powers.MayManagePersonAsync(kept, unitAdministrator.Id, first.Id, Cancel));
    }
}
