using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Units;

/// <summary>Two bureaus of one county, one with an administrator of its own, and whoever administers the province.</summary>
internal sealed class UnitsStage : IAsyncDisposable
{
    public required TestHost Host { get; init; }

    public required FakeTimeProvider Clock { get; init; }

    public required Unit County { get; init; }

    public required Unit Culture { get; init; }

    public required Unit Tourism { get; init; }

    public required Person Admin { get; init; }

    public required Person Province { get; init; }

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public DateOnly Today => ChinaTime.Day(Clock.GetUtcNow());

    public static async Task<UnitsStage> SetAsync(Database database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock, Services = WithoutTheDay });
        var county = await host.Given.UnitAsync("保亭县", kind: UnitKind.Division);
        var culture = await host.Given.UnitAsync("文化局", county);
        return new UnitsStage
        {
            Host = host,
            Clock = clock,
            County = county,
            Culture = culture,
            Tourism = await host.Given.UnitAsync("旅游局", county),
            Admin = await host.Given.UnitAdministratorAsync(culture),
            Province = await host.Given.ProvinceAdministratorAsync(),
        };
    }

    public T Get<T>()
        where T : class => Host.Get<T>();

    /// <summary>Merges units into another, as they are now.</summary>
    public async Task<Result<MergeTally>> MergeAsync(Unit target, Person by, params Unit[] sources) =>
        await Get<MergeUnits>().HandleAsync(await MergeOfAsync(target, sources), by.Id, Now);

    public async Task<MergeUnitsRequest> MergeOfAsync(Unit target, params Unit[] sources)
    {
        var seen = new List<SeenUnit>();
        foreach (var source in sources)
        {
            seen.Add(new SeenUnit(source.Id, (await ReadAsync(source.Id)).Version));
        }

        return new MergeUnitsRequest(target.Id, seen) { Reason = "机构改革" };
    }

    public async Task<Unit> ReadAsync(UnitId id)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.Units.AsNoTracking().SingleAsync(unit => unit.Id == id, Now);
    }

    public async Task<Unit> FindAsync(string name)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.Units.AsNoTracking().SingleAsync(unit => unit.Name == name && unit.Status == UnitStatus.Active, Now);
    }

    public async Task<List<Post>> PostsInAsync(UnitId unit)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.Posts.AsNoTracking().Where(post => post.UnitId == unit).OrderBy(post => post.RankSort).ThenBy(post => post.Id).ToListAsync(Now);
    }

    /// <summary>The changes of units; those of people apart.</summary>
    public async Task<List<DirectoryChange>> ChangesAsync(string action)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.DirectoryChanges.AsNoTracking()
            .Where(change => change.Action == action && change.PersonId == null).OrderBy(change => change.Id).ToListAsync(Now);
    }

    public async Task<IReadOnlyList<TodoView>> TodosAsync(Person person) =>
        (await Get<ListTodos>().HandleAsync(new ListTodosRequest(IsDone: false, 10), person.Id, Now)).Items;

    public async Task<List<string>> ActsAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.AuditEntries.Where(entry => entry.Result == AuditResult.Done).OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Now);
    }

    /// <summary>Days later, with what they bring.</summary>
    public async Task WaitAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await Get<CarryOutPlans>().HandleAsync(Now);
    }

    /// <summary>Both closures are what the parents alone tell, and every living unit stands under a living one.</summary>
    public async Task AssertSoundAsync(string because = "")
    {
        await using var kept = await Host.OpenDatabaseAsync();
        var units = await kept.Units.AsNoTracking().ToListAsync(Now);
        var rows = await kept.UnitClosures.AsNoTracking().ToListAsync(Now);
        foreach (var line in Enum.GetValues<Line>())
        {
            var told = UnitLines.Closure(units, line).Select(Told).ToHashSet();
            Assert.True(told.SetEquals(rows.Where(row => row.Line == line).Select(Told)), $"The closure of {line} is not what the units say. {because}");
        }

        var byId = units.ToDictionary(unit => unit.Id);
        Assert.All(
            units.Where(unit => unit.Status == UnitStatus.Active),
            unit => Assert.True(unit.ParentId is not { } above || byId[above].Status == UnitStatus.Active, $"{unit.Name} stands under a unit that is no more. {because}"));
        Assert.False(await kept.Posts.AnyAsync(post => kept.Units.Any(unit => unit.Id == post.UnitId && unit.Status == UnitStatus.Dissolved), Now), because);
    }

    private static string Told(UnitClosure row) => $"{row.AncestorId} {row.DescendantId} {row.Depth}";

    // What a new day does is called by the test itself.
    private static void WithoutTheDay(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(DirectoryDay)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
