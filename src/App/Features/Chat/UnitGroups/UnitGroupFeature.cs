namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>What the units' groups add to the host.</summary>
internal static class UnitGroupFeature
{
    public static IServiceCollection AddUnitGroups(this IServiceCollection services) => services
        .AddSingleton<FollowDirectory>()
        .AddSingleton<FollowChanges>()
        .AddSingleton<UnitGroupTeller>()
        .AddSingleton<UnitGroupFull>()
        .AddSingleton<DissolveUnitGroup>()
        .AddSingleton<FoundUnitGroup>()
        .AddSingleton<ListUnitGroups>()
        .AddHostedService<UnitGroupRelay>();
}
