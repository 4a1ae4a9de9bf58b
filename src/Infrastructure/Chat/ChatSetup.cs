using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.Infrastructure.Chat;

/// <summary>The chat's own door to its database and its feed.</summary>
internal static class ChatSetup
{
    public static void AddChatLog(this IServiceCollection services, DatabaseProvider provider)
    {
        services.AddSingleton<IChatFeed, InProcessChatFeed>();
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton<IChatLog, SqliteChatLog>();
                break;
            case DatabaseProvider.Postgres:
                services.AddSingleton<IChatLog, PostgresChatLog>();
                break;
        }
    }
}
