using HaiZhengTong.Infrastructure.Data;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Hosting;

/// <summary>What happens between building the host and opening its doors.</summary>
internal static class Startup
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Sqlite)
        {
            Directory.CreateDirectory(app.Configuration[Settings.DataFolder]!);
        }

        var migrator = app.Services.GetRequiredService<DatabaseMigrator>();
        await migrator.HandleAsync(_ => Task.CompletedTask, cancellationToken);
    }
}
