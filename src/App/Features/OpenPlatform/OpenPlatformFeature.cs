using HaiZhengTong.App.Features.OpenPlatform.Scim;
using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Everything the doors for programs add to the host.</summary>
internal static class OpenPlatformFeature
{
    public static IServiceCollection AddOpenPlatform(this IServiceCollection services)
    {
        services.AddSingleton<FindAccount>();
        services.AddSingleton<ListApiTokens>();
        services.AddSingleton<MakeApiToken>();
        services.AddSingleton<RevokeApiToken>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<WhoAmI>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(Schemes.Bearer, configureOptions: null);
        services.AddScim();
        services.AddOpenApi("v1", OpenApiWords.Apply);
        return services;
    }
}
