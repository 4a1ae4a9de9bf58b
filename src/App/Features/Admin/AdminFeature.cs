using HaiZhengTong.App.Features.Admin.Applications;
using HaiZhengTong.App.Features.Admin.Audit;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Admin.Duties;
using HaiZhengTong.App.Features.Admin.Grants;
using HaiZhengTong.App.Features.Admin.Ldap;
using HaiZhengTong.App.Features.Admin.People;
using HaiZhengTong.App.Features.Admin.Visibility;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>Everything administration adds to the host.</summary>
internal static class AdminFeature
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddBulk()
        .AddLdap()
        .AddSingleton<DisablePerson>()
        .AddSingleton<EnablePerson>()
        .AddSingleton<ResetPassword>()
        .AddSingleton<GrantRole>()
        .AddSingleton<ReadOwnPowers>()
        .AddSingleton<FindManagedPeople>()
        .AddSingleton<AccessActs>()
        .AddSingleton<AuditEntries>()
        .AddSingleton<ListAudit>()
        .AddSingleton<ExportAudit>()
        .AddSingleton<CheckAudit>()
        .AddSingleton<ListRegisteredApplications>()
        .AddSingleton<ReadRegisteredApplication>()
        .AddSingleton<RegisterApplication>()
        .AddSingleton<ChangeApplication>()
        .AddSingleton<RemoveApplication>()
        .AddSingleton<ListCategories>()
        .AddSingleton<DutyActs>()
        .AddSingleton<VisibilityActs>()
        .AddSingleton<ApplicationActs>();

    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        app.MapAudit();
        app.MapLdap();
    }
}
