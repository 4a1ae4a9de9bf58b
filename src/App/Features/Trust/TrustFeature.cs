namespace HaiZhengTong.App.Features.Trust;

/// <summary>What every feature that manages something stands on: who may do it, and the book it is written into.</summary>
internal static class TrustFeature
{
    public static IServiceCollection AddTrust(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<PersonAccess>();
        services.AddSingleton<Powers>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<RevokeRole>();
        services.AddSingleton<ListGrants>();
        return services;
    }
}
