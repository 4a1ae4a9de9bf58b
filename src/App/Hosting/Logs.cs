namespace HaiZhengTong.App.Hosting;

/// <summary>What the console shows: plain lines for a developer, one JSON object a line everywhere else. Never personal data.</summary>
internal static class Logs
{
    private static readonly string[] _failureCategories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.EntityFrameworkCore"];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var doors = new Doors();
        builder.Services.AddSingleton(doors);
        builder.Logging.ClearProviders().AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            // It warns at every new key that the database, not a certificate, guards it: the manual says so once.
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        foreach (var category in _failureCategories)
        {
            // Until the doors are open a failure is told once, by Startup, and not by everyone it passes on its way.
            builder.Logging.AddFilter(category, level => doors.AreOpen && level >= LogLevel.Warning);
        }

        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
            return;
        }

        builder.Logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
    }

    /// <summary>Whether the application serves already.</summary>
    internal sealed class Doors
    {
        public bool AreOpen { get; set; }
    }
}
