namespace HaiZhengTong.App.Features.Admin;

/// <summary>Everything administration adds to the host.</summary>
internal static class AdminFeature
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<DisablePerson>();
        services.AddSingleton<EnablePerson>();
        return services;
    }
}
