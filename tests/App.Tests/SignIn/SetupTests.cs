using System.Net;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class SetupTests
{
    private const string Password = "Sea-and-Sky-77";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_code_makes_the_first_administrator_who_can_sign_in(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var wish = Wish(host.Get<SetupCode>().Shown!.ToLowerInvariant());

        var made = await host.Get<MakeFirstAdministrator>().HandleAsync(wish, Cancel);

        Assert.Null(made.Refusal);
        await using var kept = await host.OpenDatabaseAsync();
        var person = await kept.People.SingleAsync(Cancel);
        Assert.True(await Powers.IsProvinceAdministratorAsync(kept, person.Id, Cancel));
        Assert.Equal("海南省", (await kept.Units.SingleAsync(Cancel)).Name);
        using var browser = new Browser(host);
        using var answer = await browser.SignInAsync("first.admin", Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task The_operators_console_tells_the_code_and_where_it_goes(Database database)
    {
        await using var console = new Console();
        await using var host = await TestHost.StartAsync(database, new TestHostOptions { Console = console });

        var line = await console.FirstLine.WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        Assert.Contains("/setup", line, StringComparison.Ordinal);
        Assert.Contains(host.Get<SetupCode>().Shown!, line, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_second_set_up_is_refused_even_with_the_code(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var wish = Wish(host.Get<SetupCode>().Shown!);
        await host.Get<MakeFirstAdministrator>().HandleAsync(wish, Cancel);

        var second = await host.Get<MakeFirstAdministrator>().HandleAsync(wish with { Account = "second.admin" }, Cancel);
        using var page = await host.Client().GetAsync(new Uri("/setup", UriKind.Relative), Cancel);

        Assert.Equal("SignIn.SetupDone", second.Refusal?.TextKey);
        Assert.Null(host.Get<SetupCode>().Shown);
        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Two_at_once_make_one_administrator(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var code = host.Get<SetupCode>().Shown!;

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            host.Get<MakeFirstAdministrator>().HandleAsync(Wish(code) with { Account = "admin" + i }, Cancel)));

        Assert.Single(made, result => result.Refusal is null);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(1, await kept.AdminGrants.CountAsync(Cancel));
        Assert.Equal(1, await kept.Units.CountAsync(Cancel));
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_code_and_a_weak_password_make_nobody(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var code = host.Get<SetupCode>().Shown!;

        var wrong = await host.Get<MakeFirstAdministrator>().HandleAsync(Wish("ABCDE-ABCDE-ABCDE-ABCDE"), Cancel);
        var weak = await host.Get<MakeFirstAdministrator>().HandleAsync(Wish(code) with { Password = "12345678901" }, Cancel);

        Assert.Equal("SignIn.SetupCodeWrong", wrong.Refusal?.TextKey);
        Assert.Equal(RefusalKind.Invalid, weak.Refusal?.Kind);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.False(await kept.People.AnyAsync(Cancel));
        Assert.False(await kept.Units.AnyAsync(Cancel));
    }

    [Fact]
    public void Ten_wrong_codes_spoil_the_right_one()
    {
        var code = new SetupCode();
        code.Open();
        var right = code.Shown!;
        for (var i = 0; i < 10; i++)
        {
            Assert.False(code.Matches("wrong"));
        }

        Assert.False(code.Matches(right));
        Assert.Null(code.Shown);
    }

    private static FirstAdministrator Wish(string code) => new(code, "first.admin", "冯管理", Password);

    private sealed class Console : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _line.Task;

        public override void WriteLine(string? value) => _line.TrySetResult(value ?? "");
    }
}
