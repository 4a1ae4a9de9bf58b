using HaiZhengTong.Infrastructure;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>Brings an empty database to the newest shape the way the application does.</summary>
public static class Migrations
{
    public static async Task ApplyAsync(DatabaseProvider provider, string connectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["Database:ConnectionString"] = connectionString,
        });
        builder.AddInfrastructure();
        using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().HandleAsync(_ => Task.CompletedTask, CancellationToken.None);
    }
}
