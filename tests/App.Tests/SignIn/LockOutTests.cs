using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class LockOutTests
{
    private const string Wrong = "not-the-Password-1";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Theory, EveryDatabase]
    public async Task Five_wrong_passwords_lock_an_account_for_ten_minutes(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await PersonAsync(host);
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(host, lin, Wrong);
        }

        var locked = await TryAsync(host, lin, Given.Password);
        _clock.Advance(TimeSpan.FromMinutes(10.5));
        var later = await TryAsync(host, lin, Given.Password);

        Assert.Equal("SignIn.Wrong", locked.Refusal?.TextKey);
        Assert.Null(later.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Wrong_passwords_sent_side_by_side_all_count(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await PersonAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryAsync(host, lin, Wrong)));

        Assert.NotNull((await TryAsync(host, lin, Given.Password)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_right_password_starts_the_count_anew(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await PersonAsync(host);
        for (var i = 0; i < 4; i++)
        {
            await TryAsync(host, lin, Wrong);
        }

        await TryAsync(host, lin, Given.Password);
        await TryAsync(host, lin, Wrong);

        Assert.Null((await TryAsync(host, lin, Given.Password)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_source_that_fails_too_often_is_shut_out_and_others_are_not(Database database)
    {
        await using var host = await StartAsync(database, ("SignIn:SourceFailures", "3"));
        var lin = await PersonAsync(host);
        for (var i = 0; i < 3; i++)
        {
            await TryAsync(host, "nobody" + i, Wrong, "here");
        }

        var here = await TryAsync(host, lin, Given.Password, "here");
        var there = await TryAsync(host, lin, Given.Password, "there");
        _clock.Advance(TimeSpan.FromMinutes(11));
        var later = await TryAsync(host, lin, Given.Password, "here");

        Assert.Equal(RefusalKind.TooMany, here.Refusal?.Kind);
        Assert.Null(there.Refusal);
        Assert.Null(later.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_disabled_person_is_told_so_only_with_the_right_password(Database database)
    {
        await using var host = await StartAsync(database);
        var lin = await PersonAsync(host);
        await using (var kept = await host.OpenDatabaseAsync())
        {
            await kept.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.Status, PersonStatus.Disabled));
        }

        var wrong = await TryAsync(host, lin, Wrong);
        var right = await TryAsync(host, lin, Given.Password);

        Assert.Equal("SignIn.Wrong", wrong.Refusal?.TextKey);
        Assert.Equal("SignIn.Disabled", right.Refusal?.TextKey);
    }

    private static async Task<string> PersonAsync(TestHost host) =>
        (await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"))).Account;

    private static Task<Result<SignedIn>> TryAsync(TestHost host, string account, string password, string source = "here") =>
        host.Get<SignInWithPassword>().HandleAsync(new SignInRequest(account, password, source, "test"), TestContext.Current.CancellationToken);

    private Task<TestHost> StartAsync(Database database, params (string Name, string Value)[] settings) => TestHost.StartAsync(
        database,
        new TestHostOptions { Clock = _clock, Settings = settings.ToDictionary(one => one.Name, one => (string?)one.Value) });
}
