using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Hosting;

/// <summary>The operator's four words (HZT_URLS, HZT_DATA, HZT_SEED, HZT_DATABASE), turned into settings.</summary>
internal static class Settings
{
    /// <summary>The folder for everything kept in files.</summary>
    public const string DataFolder = "Data";

    /// <summary>How much demo data an empty database gets: none, small or province.</summary>
    public const string Seed = "Seed";

    private const string DefaultUrls = "http://localhost:5080";
    private const string Provider = DatabaseOptions.Section + ":" + nameof(DatabaseOptions.Provider);
    private const string Connection = DatabaseOptions.Section + ":" + nameof(DatabaseOptions.ConnectionString);

    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var said = new Dictionary<string, string?>
        {
            [DataFolder] = Path.GetFullPath(Said(settings, "HZT_DATA") ?? settings[DataFolder] ?? "data"),
            [Seed] = Said(settings, "HZT_SEED") ?? settings[Seed] ?? "none",
        };
        if (Said(settings, "HZT_DATABASE") is { } database && !database.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
        {
            said[Provider] = nameof(DatabaseProvider.Postgres);
            said[Connection] = PostgresAddress.ToConnectionString(database) ?? database;
        }
        else if (string.IsNullOrEmpty(settings[Connection]))
        {
            said[Provider] = nameof(DatabaseProvider.Sqlite);
            said[Connection] = $"Data Source={Path.Combine(said[DataFolder]!, "hai-zheng-tong.db")}";
        }

        settings.AddInMemoryCollection(said);
        if (Said(settings, "HZT_URLS") is { } urls)
        {
            builder.WebHost.UseUrls(urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        else if (settings["urls"] is null && settings["http_ports"] is null && settings["https_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrls);
        }
    }

    private static string? Said(ConfigurationManager settings, string name) => settings[name] is { } value && value.Trim().Length > 0 ? value.Trim() : null;
}
