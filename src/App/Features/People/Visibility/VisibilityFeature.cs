namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Everything who may see whom adds to the host.</summary>
internal static class VisibilityFeature
{
    public static IServiceCollection AddVisibility(this IServiceCollection services) => services
        .AddSingleton<RuleChanges>()
        .AddSingleton<ListVisibilityRules>()
        .AddSingleton<AddVisibilityRule>()
        .AddSingleton<ChangeVisibilityRule>()
        .AddSingleton<RemoveVisibilityRule>()
        .AddSingleton<ExplainSight>()
        .AddSingleton<ListSeenGrants>()
        .AddSingleton<AskWhy>();
}
