using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.SignIn;

public sealed class ChangePasswordTests
{
    private const string Fresh = "Sea-and-Sky-77";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_new_password_opens_and_the_old_one_and_other_sessions_are_over(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        var here = (await SignInAsync(host, lin, Given.Password)).Value.Session;
        await SignInAsync(host, lin, Given.Password);

        var changed = await ChangeAsync(host, lin, Given.Password, Fresh, here);

        Assert.Null(changed.Refusal);
        Assert.NotNull((await SignInAsync(host, lin, Given.Password)).Refusal);
        Assert.Equal(here, Assert.Single(await host.Get<ListSessions>().HandleAsync(lin.Id, Cancel)).Id);
        Assert.Null((await SignInAsync(host, lin, Fresh)).Refusal);
    }

    [Theory]
    [EveryDatabase("wrong", Fresh, "SignIn.CurrentWrong")]
    [EveryDatabase(Given.Password, "short-1A", "SignIn.PasswordLength")]
    [EveryDatabase(Given.Password, "alllowercase", "SignIn.PasswordKinds")]
    [EveryDatabase(Given.Password, "Lin.xiaoyu-2026", "SignIn.PasswordHoldsAccount")]
    public async Task A_password_that_will_not_do_changes_nothing(Database database, string current, string wanted, string key)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);

        var changed = await ChangeAsync(host, lin, current, wanted, SessionId.New());

        Assert.Equal(key, changed.Refusal?.TextKey);
        Assert.Null((await SignInAsync(host, lin, Given.Password)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_resets_a_locked_person_and_a_stranger_does_not(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await LinAsync(host);
        var administrator = await host.Given.ProvinceAdministratorAsync();
        var stranger = await host.Given.UnitAdministratorAsync(await host.Given.UnitAsync("海口市公安局"));
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(host, lin, "wrong");
        }

        var refused = await host.Get<ResetPassword>().HandleAsync(lin.Id, stranger.Id, Cancel);
        var reset = await host.Get<ResetPassword>().HandleAsync(lin.Id, administrator.Id, Cancel);

        Assert.Equal(RefusalKind.Forbidden, refused.Refusal?.Kind);
        Assert.Null((await SignInAsync(host, lin, reset.Value.Text)).Refusal);
    }

    private static async Task<Person> LinAsync(TestHost host) =>
        await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"), account: "lin.xiaoyu");

    private static Task<Result<SignedIn>> SignInAsync(TestHost host, Person person, string password) =>
        host.Get<SignInWithPassword>().HandleAsync(new SignInRequest(person.Account, password, "here", ""), Cancel);

    private static Task<Result<Done>> ChangeAsync(TestHost host, Person person, string current, string wanted, SessionId keep) =>
        host.Get<ChangePassword>().HandleAsync(new ChangePasswordRequest(current, wanted, keep), person.Id, Cancel);
}
