using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

/// <summary>Whatever is done to the organisation in whatever order, what is kept for speed stays what the plain rows say.</summary>
public sealed class UnitSequencesTests
{
    private const int Sequences = 10;
    private const int ActsEach = 20;

    private static CancellationToken Now => UnitsStage.Now;

    [Theory, EveryDatabase]
    public async Task Closures_and_head_counts_follow_any_row_of_acts(Database database)
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"Seeds {seed} to {seed + Sequences - 1}");
        await using var stage = await UnitsStage.SetAsync(database);
        var done = new Dictionary<string, int>();
        for (var at = 0; at < Sequences; at++)
        {
            await RunAsync(stage, new Random(seed + at), done, $"Seed {seed + at}.");
        }

        // Each kind of act really happened.
        Assert.Equal(["add", "dissolve", "guide", "merge", "move", "split"], done.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task RunAsync(UnitsStage stage, Random random, Dictionary<string, int> done, string because)
    {
        var top = await stage.Host.Given.UnitAsync($"片区 {random.Next()}", kind: UnitKind.Division);
        var before = await stage.Host.Given.UnitAsync("单位 9", top);
        for (var number = 0; number < 6; number++)
        {
            var unit = await stage.Host.Given.UnitAsync($"单位 {number}", top);
            await stage.Host.Given.PostAsync(await stage.Host.Given.PersonAsync("林小雨", unit), before, random.Next(2) == 0 ? "科员" : "联络员");
            before = unit;
        }

        for (var act = 0; act < ActsEach; act++)
        {
            var living = await LivingAsync(stage, top);
            if (await ActAsync(stage, random, living, top) is { } name)
            {
                done[name] = done.GetValueOrDefault(name) + 1;
            }
        }

        await stage.AssertSoundAsync(because);
        await AssertCountsAsync(stage, top, because);
    }

    // One act upon chosen units; its name when it was done, null when it was refused.
    private static async Task<string?> ActAsync(UnitsStage stage, Random random, List<Unit> living, Unit top)
    {
        var inside = living.FindAll(unit => unit.Id != top.Id);
        var one = inside[random.Next(inside.Count)];
        var other = living[random.Next(living.Count)];
        var by = stage.Province.Id;
        return random.Next(12) switch
        {
            < 3 => Named("add", (await stage.Get<AddUnit>().HandleAsync(
                new AddUnitRequest(other.Id, random.Next(3) == 0 ? UnitKind.Department : UnitKind.Office, $"单位 {random.Next(9)}"), by, Now)).Refusal),
            < 6 => Named("move", (await stage.Get<MoveUnit>().HandleAsync(new MoveUnitRequest(one.Id, Line.Administrative, other.Id, one.Version), by, Now)).Refusal),
            < 8 => Named("guide", (await stage.Get<MoveUnit>().HandleAsync(
                new MoveUnitRequest(one.Id, Line.Business, random.Next(4) == 0 ? null : other.Id, one.Version), by, Now)).Refusal),
            8 => Named("merge", (await stage.MergeAsync(other, stage.Province, one)).Refusal),
            9 => Named("dissolve", (await stage.Get<DissolveUnit>().HandleAsync(
                new DissolveUnitRequest(one.Id, random.Next(2) == 0 ? null : other.Id, one.Version), by, Now)).Refusal),
            _ => Named("split", await SplitAsync(stage, random, living, one)),
        };
    }

    private static async Task<Refusal?> SplitAsync(UnitsStage stage, Random random, List<Unit> living, Unit unit)
    {
        var posts = await stage.PostsInAsync(unit.Id);
        var part = new SplitPart(
            $"新 {random.Next(1000)}", null, [.. posts.Where(_ => random.Next(2) == 0).Select(post => post.Id)],
            [.. living.Where(below => (below.ParentId == unit.Id || below.LineParentId == unit.Id) && random.Next(2) == 0).Select(below => below.Id)]);
        return (await stage.Get<SplitUnit>().HandleAsync(new SplitUnitRequest(unit.Id, [part], unit.Version), stage.Province.Id, Now)).Refusal;
    }

    private static string? Named(string name, Refusal? refusal) => refusal is null ? name : null;

    private static async Task<List<Unit>> LivingAsync(UnitsStage stage, Unit top)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        return await kept.Units.AsNoTracking()
            .Where(unit => unit.Status == UnitStatus.Active && kept.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.AncestorId == top.Id && step.DescendantId == unit.Id))
            .OrderBy(unit => unit.Id)
            .ToListAsync(Now);
    }

    // The people below each unit, counted by climbing from every post.
    private static async Task AssertCountsAsync(UnitsStage stage, Unit top, string because)
    {
        await using var kept = await stage.Host.OpenDatabaseAsync();
        var units = await kept.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, Now);
        var posts = await kept.Posts.AsNoTracking().ToListAsync(Now);
        var asked = (await LivingAsync(stage, top)).ConvertAll(unit => unit.Id);
        foreach (var line in Enum.GetValues<Line>())
        {
            var counted = await stage.Get<UnitHeadCounts>().OfAsync(line, asked, Now);
            var naive = posts
                .SelectMany(post => Above(units, post.UnitId, line).Select(unit => (Unit: unit, post.PersonId)))
                .Distinct()
                .CountBy(seat => seat.Unit)
                .ToDictionary();
            Assert.All(asked, unit => Assert.True(naive.GetValueOrDefault(unit) == counted[unit], $"{units[unit].Name} in {line}. {because}"));
        }

        // Nobody was lost on the way, nor the main post of anybody.
        Assert.All(posts.GroupBy(post => post.PersonId), person => Assert.Single(person, post => post.IsMain));
    }

    private static IEnumerable<UnitId> Above(Dictionary<UnitId, Unit> units, UnitId unit, Line line)
    {
        for (UnitId? at = unit; at is { } here; at = units[here].Above(line))
        {
            yield return here;
        }
    }
}
