using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Visibility;

public sealed class SightTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    // 24 provinces with 12 readers each: 288 cases on either database.
    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(2)]
    [EveryDatabase(3)]
    [EveryDatabase(4)]
    public async Task The_database_answers_as_the_words_of_the_rules_do(Database database, int part)
    {
        await using var host = await TestHost.StartAsync(database);
        var hidden = 0;
        for (var seed = 0; seed < 6; seed++)
        {
            var province = new RandomProvince((10 * part) + seed);
            await using (var empty = await host.OpenDatabaseAsync())
            {
                await province.KeepAsync(empty, Now);
            }

            host.Get<UnitHeadCounts>().Forget();
            foreach (var reader in province.People)
            {
                await CompareAsync(host, province, reader.Id, $"seed {(10 * part) + seed}, {reader.Name}");
                hidden += province.People.Count - new PlainSight(province, reader.Id).People().Count;
            }
        }

        // Chance hid enough for the comparison to mean something.
        Assert.True(hidden > 40, $"{hidden} hidden");
    }

    private static async Task CompareAsync(TestHost host, RandomProvince province, PersonId reader, string which)
    {
        await using var database = await host.OpenDatabaseAsync();
        var sight = await Sight.OfAsync(database, reader, Now);
        var plain = new PlainSight(province, reader);

        Assert.True(plain.Units().SetEquals(await sight.Units(database.Units).Select(unit => unit.Id).ToListAsync(Now)), $"units: {which}");
        Assert.True(plain.Posts().SetEquals(await sight.Posts(database.Posts).Select(post => post.Id).ToListAsync(Now)), $"posts: {which}");
        Assert.True(plain.People().SetEquals(await sight.People(database.People).Select(person => person.Id).ToListAsync(Now)), $"people: {which}");
        Assert.True(plain.WithMobile().SetEquals(await sight.WithMobile(database.People).Select(person => person.Id).ToListAsync(Now)), $"mobiles: {which}");
        Assert.True(plain.Reachable().SetEquals(await sight.Reachable(database.People).Select(person => person.Id).ToListAsync(Now)), $"reach: {which}");
        foreach (var line in Enum.GetValues<Line>())
        {
            var counts = await host.Get<UnitHeadCounts>().OfAsync(sight, line, [.. province.Units.Select(unit => unit.Id)], Now);
            Assert.All(province.Units.Where(unit => plain.Units().Contains(unit.Id)), unit =>
                Assert.True(plain.Count(unit.Id, line) == counts[unit.Id], $"{line} {unit.Name}: {counts[unit.Id]}, not {plain.Count(unit.Id, line)}: {which}"));
        }
    }
}
