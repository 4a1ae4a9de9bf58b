namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>What finding people by rules and gathering them adds to the host.</summary>
internal static class GatheringFeature
{
    public static IServiceCollection AddGathering(this IServiceCollection services) => services
        .AddSingleton<SendToAudience>()
        .AddSingleton<FoundAudienceGroup>()
        .AddSingleton<AudienceActs>();
}
