using System.Threading.Channels;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.People.Changes;

public sealed class DirectoryDayTests
{
    private static readonly TimeSpan _afterStart = TimeSpan.FromMinutes(2);

    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_new_day_begins_five_minutes_after_midnight_in_China(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await ForTodayAsync(stage);
        var clock = new HeardClock(stage.Clock.GetUtcNow());
        using var day = new DirectoryDay(stage.Get<EndPosts>(), stage.Get<CarryOutPlans>(), new DirectoryPulse(), clock, NullLogger<DirectoryDay>.Instance);
        await day.StartAsync(Now);

        // Ten in the morning in China, and the first look two minutes later.
        Assert.Equal(_afterStart, await clock.NextAsync());
        Pass(stage, clock, _afterStart);
        var untilMidnight = await clock.NextAsync();
        var onTheLastDay = await stage.PostsOfAsync(stage.Clerk);
        Pass(stage, clock, untilMidnight);
        var untilTheNext = await clock.NextAsync();

        Assert.Equal(new TimeSpan(14, 3, 0), untilMidnight);
        Assert.Equal(TimeSpan.FromDays(1), untilTheNext);
        Assert.Equal((2, 1), (onTheLastDay.Count, (await stage.PostsOfAsync(stage.Clerk)).Count));
        Assert.Equal(["post.end"], await stage.ActsAsync());
        await day.StopAsync(Now);
    }

    [Theory, EveryDatabase]
    public async Task A_part_that_fails_takes_neither_the_others_nor_the_days_to_come(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        await stage.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(stage.Clerk.Id, stage.Today, 0), stage.Admin.Id, Now);
        var clock = new HeardClock(stage.Clock.GetUtcNow());
        var broken = new EndPosts(new NoDatabase(), stage.Get<PeopleChanges>());
        using var day = new DirectoryDay(broken, stage.Get<CarryOutPlans>(), new DirectoryPulse(), clock, NullLogger<DirectoryDay>.Instance);
        await day.StartAsync(Now);

        Pass(stage, clock, await clock.NextAsync());
        Pass(stage, clock, await clock.NextAsync());

        Assert.Equal(TimeSpan.FromDays(1), await clock.NextAsync());
        Assert.Equal(PersonStatus.Left, (await stage.ReadAsync(stage.Clerk)).Status);
        await day.StopAsync(Now);
    }

    private static async Task ForTodayAsync(PostsStage stage)
    {
        var post = await stage.Host.Given.PostAsync(stage.Clerk, stage.Other, "挂职");
        await using var kept = await stage.Host.OpenDatabaseAsync();
        await kept.Posts.Where(row => row.Id == post.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.EndsOn, stage.Today), Now);
    }

    private static void Pass(PostsStage stage, HeardClock clock, TimeSpan time)
    {
        stage.Clock.Advance(time);
        clock.Advance(time);
    }

    // Tells of every wait that begins, so that nobody moves the time before.
    private sealed class HeardClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public async Task<TimeSpan> NextAsync() => await _waits.Reader.ReadAsync(Now);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(dueTime);
            return timer;
        }
    }

    private sealed class NoDatabase : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => throw new TimeoutException("The database does not answer.");
    }
}
