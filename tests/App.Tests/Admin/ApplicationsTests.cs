using HaiZhengTong.App.Features.Admin.Applications;
using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Admin;

public sealed class ApplicationsTests
{
    private static readonly ApplicationDetails _details =
        new("公文交换", "", 2, "https://doc.example.gov.cn/", "办公", OaApplicationKind.Application, 10);

    [Theory, EveryDatabase]
    public async Task A_registered_application_is_seen_by_its_circle_and_written_down(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var unit = await host.Given.UnitAsync("省教育厅");
        var inside = await host.Given.PersonAsync("林小雨", unit);
        var left = await host.Given.PersonAsync("王浩然", unit);
        AudienceRule[] rules =
        [
            new(AudienceTermKind.Subtree) { UnitId = unit.Id },
            new(AudienceTermKind.Person) { PersonId = left.Id, IsExcluding = true },
        ];

        var registered = await RegisterAsync(host, admin, _details, rules);
        var again = await host.Get<RegisterApplication>().HandleAsync(new RegisterApplicationRequest(registered.Value, _details, rules), admin.Id, Cancel);

        Assert.Equal(registered.Value, again.Value);
        Assert.Equal((1, 0, 0), (await CountAsync(host, inside), await CountAsync(host, left), await CountAsync(host, admin)));
        await using var kept = await host.OpenDatabaseAsync();
        var entry = Assert.Single(await kept.AuditEntries.ToListAsync(Cancel));
        Assert.Equal(("application.register", $"application:{registered.Value}", (PersonId?)admin.Id), (entry.Action, entry.Subject, entry.ActorId));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_no_province_administrator_is_refused_at_every_door(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var bureau = await host.Given.UnitAsync("文昌市教育局");
        var clerk = await host.Given.UnitAdministratorAsync(bureau);
        var id = (await RegisterAsync(host, admin, _details)).Value;

        var registered = await RegisterAsync(host, clerk, _details with { Name = "自己的" });
        var changed = await host.Get<ChangeApplication>().HandleAsync(new ChangeApplicationRequest(id, 1, _details with { Name = "改名" }, []), clerk.Id, Cancel);
        var removed = await host.Get<RemoveApplication>().HandleAsync(id, 1, clerk.Id, Cancel);
        var listed = await host.Get<ListRegisteredApplications>().HandleAsync(new ListRegisteredApplicationsRequest(null, 10), clerk.Id, Cancel);
        var read = await host.Get<ReadRegisteredApplication>().HandleAsync(id, clerk.Id, Cancel);

        Assert.Equal(RefusalKind.Forbidden, registered.Refusal?.Kind);
        Assert.All([changed, removed], result => Assert.Equal(RefusalKind.Forbidden, result.Refusal?.Kind));
        Assert.Equal((RefusalKind.NotFound, RefusalKind.NotFound), (listed.Refusal?.Kind, read.Refusal?.Kind));
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal("公文交换", Assert.Single(await kept.Applications.ToListAsync(Cancel)).Name);
        Assert.Equal(
            ["application.register", "application.change", "application.remove"],
            await kept.AuditEntries.Where(entry => entry.Result == AuditResult.Refused).OrderBy(entry => entry.Seq).Select(entry => entry.Action).ToListAsync(Cancel));
    }

    [Theory, EveryDatabase]
    public async Task The_second_of_two_changes_is_told_that_somebody_was_faster(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var id = (await RegisterAsync(host, admin, _details)).Value;
        var seen = (await host.Get<ReadRegisteredApplication>().HandleAsync(id, admin.Id, Cancel)).Value;

        var first = await host.Get<ChangeApplication>().HandleAsync(new ChangeApplicationRequest(id, seen.Version, _details with { Category = "公文" }, []), admin.Id, Cancel);
        var second = await host.Get<ChangeApplication>().HandleAsync(new ChangeApplicationRequest(id, seen.Version, _details with { Category = "其他" }, []), admin.Id, Cancel);
        var removed = await host.Get<RemoveApplication>().HandleAsync(id, seen.Version, admin.Id, Cancel);

        Assert.Null(first.Refusal);
        Assert.All([second, removed], result => Assert.Equal((RefusalKind.Conflict, "Admin.ApplicationChanged"), (result.Refusal!.Kind, result.Refusal.TextKey)));
        Assert.Equal("公文", (await host.Get<ReadRegisteredApplication>().HandleAsync(id, admin.Id, Cancel)).Value.Details.Category);
    }

    [Theory, EveryDatabase]
    public async Task A_taken_name_is_refused_when_registering_and_when_changing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        await RegisterAsync(host, admin, _details);
        var other = (await RegisterAsync(host, admin, _details with { Name = "督查督办" })).Value;

        var registered = await RegisterAsync(host, admin, _details with { Name = " 公文交换 " });
        var changed = await host.Get<ChangeApplication>().HandleAsync(new ChangeApplicationRequest(other, 1, _details, []), admin.Id, Cancel);

        Assert.Equal("Admin.NameTaken", registered.Refusal?.TextKey);
        Assert.Equal("Admin.NameTaken", changed.Refusal?.TextKey);
    }

    [Theory, EveryDatabase]
    public async Task Rules_that_cannot_hold_are_refused_and_nothing_is_kept(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        AudienceRule whole = new(AudienceTermKind.Duty) { Duty = "leader" };

        var unknown = await RegisterAsync(host, admin, _details, new AudienceRule(AudienceTermKind.Subtree) { UnitId = UnitId.New() });
        var half = await RegisterAsync(host, admin, _details, new AudienceRule(AudienceTermKind.Person));
        var made = await RegisterAsync(host, admin, _details, new AudienceRule(AudienceTermKind.Duty) { Duty = "'; drop table" });
        var nobody = await RegisterAsync(host, admin, _details, whole with { IsExcluding = true });
        var many = await RegisterAsync(host, admin, _details, [.. Enumerable.Repeat(whole, 51)]);
        var script = await RegisterAsync(host, admin, _details with { Address = "javascript:alert(1)" });

        Assert.Equal(
            ["Audience.RuleUnknown", "Audience.RuleForm", "Audience.RuleForm", "Audience.OnlyExclusions", "Audience.TooManyRules", "Launcher.AddressForm"],
            new[] { unknown, half, made, nobody, many, script }.Select(result => result.Refusal?.TextKey));
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal((0, 0, 0), (await kept.Applications.CountAsync(Cancel), await kept.Audiences.CountAsync(Cancel), await kept.AuditEntries.CountAsync(Cancel)));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_circle_replaces_the_old_one_and_removal_leaves_nothing(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var admin = await host.Given.ProvinceAdministratorAsync();
        var id = (await RegisterAsync(host, admin, _details, new AudienceRule(AudienceTermKind.Person) { PersonId = admin.Id })).Value;
        await host.Get<SetFavourite>().HandleAsync(id, true, admin.Id, Cancel);

        var changed = await host.Get<ChangeApplication>().HandleAsync(
            new ChangeApplicationRequest(id, 1, _details, [new(AudienceTermKind.Duty) { Duty = "leader" }]), admin.Id, Cancel);
        var seen = (await host.Get<ReadRegisteredApplication>().HandleAsync(id, admin.Id, Cancel)).Value;
        var removed = await host.Get<RemoveApplication>().HandleAsync(id, seen.Version, admin.Id, Cancel);

        Assert.Null(changed.Refusal);
        Assert.Equal("leader", Assert.Single(seen.Audience).Duty);
        Assert.Null(removed.Refusal);
        await using var kept = await host.OpenDatabaseAsync();
        Assert.Equal((0, 0, 0), (await kept.Applications.CountAsync(Cancel), await kept.Audiences.CountAsync(Cancel), await kept.AppFavourites.CountAsync(Cancel)));
        Assert.Equal(["application.register", "application.change", "application.remove"], await kept.AuditEntries.OrderBy(row => row.Seq).Select(row => row.Action).ToListAsync(Cancel));
        Assert.Null((await host.Get<VerifyAudit>().HandleAsync(mark: null, Cancel)).FirstBroken);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<Result<OaApplicationId>> RegisterAsync(TestHost host, Person by, ApplicationDetails details, params AudienceRule[] rules) =>
        host.Get<RegisterApplication>().HandleAsync(new RegisterApplicationRequest(OaApplicationId.New(), details, rules), by.Id, Cancel);

    private static async Task<int> CountAsync(TestHost host, Person person) =>
        (await host.Get<ListApplications>().HandleAsync(null, person.Id, Cancel)).Total;
}
