using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin;

public sealed class DisablePersonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task An_administrator_disables_and_enables_a_person_of_the_subtree(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var bureau = await host.Given.UnitAsync("海口市教育局");
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("办公室", bureau));
        var administrator = await host.Given.UnitAdministratorAsync(bureau);

        var disabled = await host.Get<DisablePerson>().HandleAsync(lin.Id, administrator.Id, Cancel);
        var enabled = await host.Get<EnablePerson>().HandleAsync(lin.Id, administrator.Id, Cancel);

        Assert.Null(disabled.Refusal);
        Assert.Null(enabled.Refusal);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(PersonStatus.Active, (await kept.People.SingleAsync(person => person.Id == lin.Id, Cancel)).Status);
        Assert.Equal(["person.disable", "person.enable"], await kept.AuditEntries.OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Cancel));
        Assert.Null((await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).FirstBroken);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_is_refused_and_only_the_try_is_written_down(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var lin = await host.Given.PersonAsync("林小雨", await host.Given.UnitAsync("海口市教育局"));
        var stranger = await host.Given.UnitAdministratorAsync(await host.Given.UnitAsync("海口市公安局"));

        var result = await host.Get<DisablePerson>().HandleAsync(lin.Id, stranger.Id, Cancel);

        Assert.Equal(RefusalKind.Forbidden, result.Refusal?.Kind);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal(PersonStatus.Active, (await kept.People.SingleAsync(person => person.Id == lin.Id, Cancel)).Status);
        var entry = await kept.AuditEntries.SingleAsync(Cancel);
        Assert.Equal(("person.disable", AuditResult.Refused), (entry.Action, entry.Result));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_disables_himself(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var administrator = await host.Given.ProvinceAdministratorAsync();

        var result = await host.Get<DisablePerson>().HandleAsync(administrator.Id, administrator.Id, Cancel);

        Assert.Equal("Admin.NotYourself", result.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_person_is_not_found(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var administrator = await host.Given.ProvinceAdministratorAsync();

        var result = await host.Get<DisablePerson>().HandleAsync(PersonId.New(), administrator.Id, Cancel);

        Assert.Equal(RefusalKind.NotFound, result.Refusal?.Kind);
    }
}
