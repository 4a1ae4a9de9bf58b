using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Chat;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Seeding;
using HaiZhengTong.Infrastructure.Identity;
using HaiZhengTong.Infrastructure.Ldap;
using HaiZhengTong.Infrastructure.Live;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HaiZhengTong.Infrastructure;

/// <summary>The one door: everything this project adds to the host.</summary>
public static class InfrastructureServices
{
    /// <summary>The meter the database's driver writes its connection figures to.</summary>
    public const string DatabaseMeter = "Npgsql";

    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        builder.Services.AddDatabase(database);
        builder.Services.AddChatLog(database.Provider);
        builder.Services.AddAccounts();
        builder.Services.AddSingleton<DatabaseMigrator>();
        builder.Services.AddSingleton<DemoProvince>();
        builder.Services.AddSingleton<IPersonFeed, InProcessPersonFeed>();
        builder.Services.TryAddSingleton<ILdapDirectory, LdapDirectory>();
        builder.Services.TryAddSingleton(TimeProvider.System);
    }
}
