using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>Everything the synchronisation with other directories adds to the host.</summary>
internal static class LdapFeature
{
    public static IServiceCollection AddLdap(this IServiceCollection services)
    {
        services.AddOptions<LdapOptions>().BindConfiguration(LdapOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<LdapOptions>, LdapOptionsCheck>()
            .AddSingleton<LdapSources>()
            .AddSingleton<LdapRuns>()
            .AddSingleton<LdapCommit>()
            .AddSingleton<DryRunLdapSync>()
            .AddSingleton<RunLdapSync>()
            .AddSingleton<LdapDesk>()
            .AddSingleton<LdapWork>()
            .AddSingleton<RunDueLdapSyncs>()
            .AddSingleton<ListLdapSources>()
            .AddSingleton<ListLdapProblems>()
            .AddHostedService<LdapSchedule>();
    }
}
