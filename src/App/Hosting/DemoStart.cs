using HaiZhengTong.Infrastructure.Data.Seeding;

namespace HaiZhengTong.App.Hosting;

/// <summary>The demo province at start-up: read the operator's word, seed, and tell the accounts.</summary>
internal static class DemoStart
{
    /// <summary>What HZT_SEED asks for. Demo people share a password that everybody knows, so only Development may have them.</summary>
    public static SeedSize Read(WebApplication app)
    {
        var said = app.Configuration[Settings.Seed];
        var size = said?.ToLowerInvariant() switch
        {
            "none" => SeedSize.None,
            "small" => SeedSize.Small,
            "province" => SeedSize.Province,
            _ => throw new StartupFailure("Startup.Seed", said ?? ""),
        };
        return size == SeedSize.None || app.Environment.IsDevelopment() ? size : throw new StartupFailure("Startup.SeedOutsideDevelopment");
    }

    public static async Task SeedAsync(WebApplication app, SeedSize size, CancellationToken cancellationToken)
    {
        var texts = app.Services.GetRequiredService<Texts>();
        var bar = new ConsoleBar(Console.Out, isTerminal: !Console.IsOutputRedirected, title: texts["Startup.Seeding"]);
        var outcome = await app.Services.GetRequiredService<DemoProvince>().HandleAsync(size, bar, cancellationToken);
        if (outcome == SeedOutcome.NotEmpty)
        {
            await app.Services.GetRequiredService<TextWriter>().WriteLineAsync(texts["Startup.SeedNotEmpty"]);
        }
    }

    /// <summary>The three accounts to try, or, where they must not be, a warning.</summary>
    public static void Tell(WebApplication app)
    {
        var texts = app.Services.GetRequiredService<Texts>();
        var console = app.Services.GetRequiredService<TextWriter>();
        if (!app.Environment.IsDevelopment())
        {
            console.WriteLine(texts["Startup.DemoInProduction"]);
            return;
        }

        if (app.Configuration.GetValue<bool>(Greeting.Wanted))
        {
            console.WriteLine(texts["Startup.DemoAccounts", DemoAccount.Password]);
            foreach (var account in DemoAccount.Shown)
            {
                console.WriteLine($"  {account.Account,-14} {account.Name}  {account.Role}");
            }
        }
    }
}
