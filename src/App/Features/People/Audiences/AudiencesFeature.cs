namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>What audiences add to the host.</summary>
internal static class AudiencesFeature
{
    public static IServiceCollection AddAudiences(this IServiceCollection services) => services
        .AddSingleton<AudienceMembers>()
        .AddSingleton<CountAudience>()
        .AddSingleton<ListAudience>()
        .AddSingleton<ExplainMembership>()
        .AddSingleton<ListSavedAudiences>()
        .AddSingleton<SaveAudience>()
        .AddSingleton<RenameAudience>()
        .AddSingleton<RemoveAudience>();
}
