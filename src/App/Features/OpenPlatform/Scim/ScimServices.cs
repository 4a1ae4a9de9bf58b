using HaiZhengTong.App.Features.OpenPlatform.Scim.Bulk;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Users;
using Microsoft.AspNetCore.Authentication;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>What the SCIM server adds to the host.</summary>
internal static class ScimServices
{
    public static void AddScim(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ScimHandler>(ScimScheme.Name, configureOptions: null);
        services.AddSingleton<ScimClientCheck>();
        services.AddSingleton<MakeScimClient>();
        services.AddSingleton<RevokeScimClient>();
        services.AddSingleton<ListScimClients>();
        services.AddSingleton<ScimWrites>();
        services.AddSingleton<ScimUserWriter>();
        services.AddSingleton<AddScimUser>();
        services.AddSingleton<ChangeScimUser>();
        services.AddSingleton<RemoveScimUser>();
        services.AddSingleton<ReadScimUser>();
        services.AddSingleton<ListScimUsers>();
        services.AddSingleton<ScimGroupWriter>();
        services.AddSingleton<AddScimGroup>();
        services.AddSingleton<ChangeScimGroup>();
        services.AddSingleton<RemoveScimGroup>();
        services.AddSingleton<ReadScimGroup>();
        services.AddSingleton<ListScimGroups>();
        services.AddSingleton<ScimUserActs>();
        services.AddSingleton<ScimGroupActs>();
        services.AddSingleton<ScimActs>();
        services.AddSingleton<RunScimBulk>();
    }
}
