namespace HaiZhengTong.App.Features.Chat;

/// <summary>Everything conversations add to the host.</summary>
internal static class ChatFeature
{
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddSingleton<Rosters>();
        services.AddSingleton<ConversationWriter>();
        services.AddSingleton<SendMessage>();
        services.AddSingleton<MarkRead>();
        services.AddSingleton<ListMessages>();
        services.AddSingleton<ReadChanges>();
        services.AddSingleton<ListConversations>();
        services.AddSingleton<ReadConversation>();
        services.AddSingleton<CountUnread>();
        services.AddSingleton<ListMembers>();
        services.AddSingleton<FoundGroup>();
        services.AddSingleton<OpenDirectChat>();
        services.AddSingleton<AddMembers>();
        services.AddSingleton<LeaveGroup>();
        services.AddSingleton<RenameGroup>();
        services.AddHostedService<BadgeRelay>();
        services.AddHostedService<HeadRepair>();
        return services;
    }
}
