namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Everything the launcher adds to the host.</summary>
internal static class LauncherFeature
{
    public static IServiceCollection AddLauncher(this IServiceCollection services) => services
        .AddSingleton<ListApplications>()
        .AddSingleton<OpenApplication>()
        .AddSingleton<SetFavourite>()
        .AddSingleton<MoveFavourite>()
        .AddSingleton<LauncherActs>();
}
