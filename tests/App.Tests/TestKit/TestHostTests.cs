using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.TestKit;

public sealed class TestHostTests
{
    [Theory]
    [EveryDatabase("王浩然")]
    [EveryDatabase("区𬭊")]
    public async Task A_person_is_kept_as_given(Database database, string name)
    {
        await using var host = await TestHost.StartAsync(database);
        var unit = await host.Given.UnitAsync("海口市教育局");

        var person = await host.Given.PersonAsync(name, unit);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(name, (await kept.People.SingleAsync(row => row.Id == person.Id)).Name);
        Assert.Equal(2, await kept.UnitClosures.CountAsync(row => row.Line == Line.Administrative && row.DescendantId == unit.Id));
    }

    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(2)]
    public async Task Each_test_starts_from_nothing(Database database, int round)
    {
        await using var host = await TestHost.StartAsync(database);

        await host.Given.ProvinceAdministratorAsync();

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(1, await kept.People.CountAsync());
        Assert.InRange(round, 1, 2);
    }
}
