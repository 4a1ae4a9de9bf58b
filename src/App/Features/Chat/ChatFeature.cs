using HaiZhengTong.App.Features.Chat.Gathering;
using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.App.Features.Chat.UnitGroups;

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
        services.AddSingleton<MuteConversation>();
        services.AddSingleton<ReadMeetingCards>();
        services.AddSingleton<MessageReferences>();
        services.AddSingleton<ConversationReads>();
        services.AddSingleton<GroupChanges>();
        services.AddSingleton<LiveParts>();
        services.AddSingleton<LiveReads>();
        services.AddSingleton<LiveUseCases>();
        services.AddSignalR().AddHubOptions<LiveHub>(options =>
        {
            // A dead line is noticed within half a minute on both sides.
            options.KeepAliveInterval = TimeSpan.FromSeconds(12);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            options.MaximumReceiveMessageSize = 32 * 1024;
        });
        services.AddMessages();
        services.AddUnitGroups();
        services.AddGathering();
        services.AddHostedService<BadgeRelay>();
        services.AddHostedService<HeadRepair>();
        return services;
    }

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapChatApi();
        app.MapMessagesApi();
        app.MapHub<LiveHub>("/hubs/live", options => options.CloseOnAuthenticationExpiration = true);
    }
}
