using HaiZhengTong.App.Features.People.Changes;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>What the acts upon units add to the directory.</summary>
internal static class UnitsFeature
{
    public static IServiceCollection AddUnits(this IServiceCollection services) => services
        .AddPlanned<AddUnit>()
        .AddPlanned<RenameUnit>()
        .AddPlanned<MoveUnit>()
        .AddPlanned<MergeUnits>()
        .AddPlanned<SplitUnit>()
        .AddPlanned<DissolveUnit>()
        .AddSingleton<PreviewMerge>()
        .AddSingleton<ReadUnitStakes>();

    /// <summary>An act that may wait for its day.</summary>
    public static IServiceCollection AddPlanned<T>(this IServiceCollection services)
        where T : class, IPlannedAct => services
        .AddSingleton<T>()
        .AddSingleton<IPlannedAct>(provider => provider.GetRequiredService<T>());
}
