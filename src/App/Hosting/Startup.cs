using HaiZhengTong.App.Features.OpenPlatform;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Seeding;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Hosting;

/// <summary>What happens between building the host and opening its doors.</summary>
internal static class Startup
{
    /// <summary>Serves until the host stops, or does the operator's command. A reason the operator can mend is told in one sentence.</summary>
    public static async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments)
    {
        try
        {
            CheckSettings(app);
            return arguments is ["token" or "verify-audit", ..]
                ? await CommandAsync(app.Services, arguments[0], [.. arguments.Skip(1)])
                : await ServeAsync(app);
        }
        catch (Exception exception) when (StartupSentence.Of(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static Task<int> CommandAsync(IServiceProvider services, string command, IReadOnlyList<string> arguments)
    {
        AuditOrigins.Use(new AuditOrigin(AuditChannel.Console, null));
        return command == "token"
            ? TokenCommand.RunAsync(services, arguments)
            : VerifyAuditCommand.RunAsync(services, arguments, Console.Out);
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var seed = DemoStart.Read(app);
        CheckDataFolder(app);
        await MigrateAsync(app, seed, stopping);
        if (await app.Services.GetRequiredService<MakeFirstAdministrator>().IsNeededAsync(stopping))
        {
            app.Services.GetRequiredService<SetupCode>().Open();
        }

        var isDemo = await app.Services.GetRequiredService<DemoProvince>().IsHereAsync(stopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            app.Services.GetRequiredService<Logs.Doors>().AreOpen = true;
            Greeting.Print(app, isDemo);
        });
        await app.RunAsync();
        return 0;
    }

    private static void CheckSettings(WebApplication app)
    {
        var database = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (database.Provider == DatabaseProvider.Postgres && PostgresAddress.ToConnectionString(database.ConnectionString) is null)
        {
            // The address itself is not repeated: it may hold a password.
            throw new StartupFailure("Startup.DatabaseAddress");
        }

        try
        {
            foreach (var url in (app.Configuration["urls"] ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                BindingAddress.Parse(url);
            }
        }
        catch (FormatException)
        {
            throw new StartupFailure("Startup.Urls");
        }
    }

    // A folder of which nothing can be kept is better found now than with the first message.
    private static void CheckDataFolder(WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider != DatabaseProvider.Sqlite)
        {
            return;
        }

        var folder = app.Configuration[Settings.DataFolder]!;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".write-test");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure("Startup.DataFolder", folder);
        }
    }

    private static async Task MigrateAsync(WebApplication app, SeedSize seed, CancellationToken cancellationToken)
    {
        var migrator = app.Services.GetRequiredService<DatabaseMigrator>();
        try
        {
            await migrator.HandleAsync(stop => DemoStart.SeedAsync(app, seed, stop), cancellationToken);
        }
        catch (ArgumentException)
        {
            // The connection string holds a word the driver does not know.
            throw new StartupFailure("Startup.DatabaseAddress");
        }
    }
}
