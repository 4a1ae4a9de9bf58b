using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Posts;

/// <summary>A bureau with an administrator and a clerk, and another bureau with its own.</summary>
internal sealed class PostsStage : IAsyncDisposable
{
    public required TestHost Host { get; init; }

    public required FakeTimeProvider Clock { get; init; }

    public required Unit Bureau { get; init; }

    public required Unit Other { get; init; }

    public required Person Admin { get; init; }

    public required Person OtherAdmin { get; init; }

    public required Person Province { get; init; }

    public required Person Clerk { get; init; }

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public DateOnly Today => ChinaTime.Day(Clock.GetUtcNow());

    public static async Task<PostsStage> SetAsync(Database database, Action<IServiceCollection>? services = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var host = await TestHost.StartAsync(database, new TestHostOptions { Clock = clock, Services = WithoutTheDay + services });
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var other = await host.Given.UnitAsync("三亚市教育局");
        return new PostsStage
        {
            Host = host,
            Clock = clock,
            Bureau = bureau,
            Other = other,
            Admin = await host.Given.UnitAdministratorAsync(bureau),
            OtherAdmin = await host.Given.UnitAdministratorAsync(other, "王晓东"),
            Province = await host.Given.ProvinceAdministratorAsync(),
            Clerk = await host.Given.PersonAsync("林小雨", bureau, "科员", "13800001234", "linxiaoyu"),
        };
    }

    public T Get<T>()
        where T : class => Host.Get<T>();

    public async Task<List<Post>> PostsOfAsync(Person person)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.Posts.AsNoTracking().Where(post => post.PersonId == person.Id).OrderBy(post => post.Id).ToListAsync(Now);
    }

    public async Task<Person> ReadAsync(Person person)
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.People.AsNoTracking().SingleAsync(row => row.Id == person.Id, Now);
    }

    public async Task<List<DirectoryChange>> ChangesAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.DirectoryChanges.AsNoTracking().OrderBy(change => change.Id).ToListAsync(Now);
    }

    public async Task<List<string>> ActsAsync()
    {
        await using var kept = await Host.OpenDatabaseAsync();
        return await kept.AuditEntries.Where(entry => entry.Result == AuditResult.Done).OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Now);
    }

    // What a new day does is called by the test itself.
    private static void WithoutTheDay(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(DirectoryDay)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
