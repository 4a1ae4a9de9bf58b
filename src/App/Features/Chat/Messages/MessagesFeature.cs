namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>What can happen to messages once they are sent.</summary>
internal static class MessagesFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EditMessage>();
        services.AddSingleton<RecallMessage>();
        services.AddSingleton<SetReaction>();
        services.AddSingleton<ReadMessage>();
        services.AddSingleton<ListWordings>();
        services.AddSingleton<ReadQuoted>();
        services.AddSingleton<MessageActs>();
        return services;
    }
}
