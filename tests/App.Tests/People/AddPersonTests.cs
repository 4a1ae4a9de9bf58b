using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Identity;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class AddPersonTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_person_is_added_with_post_account_and_a_password_that_works(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);
        var request = new AddPersonRequest(bureau.Id, " 欧阳雅琪 ", " Ouyang.Yaqi ", "科员") { Mobile = "138 0013 2077", Room = "512" };

        var added = (await host.Get<AddPerson>().HandleAsync(request, admin.Id, Now)).Value;

        var found = await host.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("oyyq", admin.Id), Now);
        await using var kept = await host.OpenDatabaseAsync();
        var account = await kept.Users.SingleAsync(user => user.PersonId == added.Id, Now);
        var act = await kept.AuditEntries.SingleAsync(Now);
        Assert.Equal(("欧阳雅琪", "ouyang.yaqi", "科员", true), (found.People[0].Name, added.Account, found.People[0].Title, found.People[0].IsColleague));
        Assert.True(host.Get<Accounts>().Verify(account.PasswordHash, added.InitialPassword));
        Assert.Null(Accounts.Check(added.InitialPassword, added.Account));
        Assert.Equal(("person.add", $"person:{added.Id}"), (act.Action, act.Subject));
        Assert.DoesNotContain(added.InitialPassword, act.Detail + added, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_account_is_given_once(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);
        await host.Given.PersonAsync("王浩然", bureau, account: "wang.haoran");

        var again = await AddAsync(host, bureau, "王浩然", "WANG.haoran", admin);

        Assert.Equal((RefusalKind.Conflict, "People.AccountTaken"), (again.Refusal?.Kind, again.Refusal?.TextKey));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_the_same_moment_one_gets_the_account(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);

        var both = await Task.WhenAll(AddAsync(host, bureau, "王浩然", "wang.haoran", admin), AddAsync(host, bureau, "王皓然", "wang.haoran", admin));

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal("People.AccountTaken", Assert.Single(both.Select(result => result.Refusal).OfType<Refusal>()).TextKey);
        Assert.Equal(1, await kept.People.CountAsync(person => person.Account == "wang.haoran", Now));
    }

    [Theory]
    [EveryDatabase("", "wang.haoran", "科员", "People.PersonNameLength")]
    [EveryDatabase("王浩然", "王", "科员", "People.AccountForm")]
    [EveryDatabase("王浩然", "a b", "科员", "People.AccountForm")]
    [EveryDatabase("王浩然", "wang.haoran", " ", "People.PostTextLength")]
    public async Task What_does_not_fit_is_named(Database database, string name, string account, string title, string why)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);

        var refused = await host.Get<AddPerson>().HandleAsync(new AddPersonRequest(bureau.Id, name, account, title), admin.Id, Now);

        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal((RefusalKind.Invalid, why), (refused.Refusal?.Kind, refused.Refusal?.TextKey));
        Assert.Equal(1, await kept.People.CountAsync(Now));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_added_to_somebody_elses_unit(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("保亭县教育局");
        var other = await host.Given.UnitAsync("三亚市教育局");
        var admin = await host.Given.UnitAdministratorAsync(bureau);
        var clerk = await host.Given.PersonAsync("王浩然", bureau);

        var elsewhere = await AddAsync(host, other, "林小雨", "lin.xiaoyu", admin);
        var byClerk = await AddAsync(host, bureau, "林小雨", "lin.xiaoyu", clerk);

        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden), (elsewhere.Refusal?.Kind, byClerk.Refusal?.Kind));
    }

    private static Task<Result<AddedPerson>> AddAsync(TestHost host, Unit unit, string name, string account, Person by) =>
        host.Get<AddPerson>().HandleAsync(new AddPersonRequest(unit.Id, name, account, "科员"), by.Id, Now);
}
