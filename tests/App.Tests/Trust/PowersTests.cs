using HaiZhengTong.App.Features.Trust;
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
