using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HaiZhengTong.TestKit.Http;

/// <summary>The application's own Program with the test's settings.</summary>
internal sealed class TestApplication(TestDatabase database, TestHostOptions options) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(options.Environment);
        builder.UseSolutionRelativeContentRoot("src/App", "HaiZhengTong.sln");
        foreach (var (name, value) in Settings())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole());
        builder.ConfigureTestServices(services =>
        {
            if (options.Clock is { } clock)
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            }

            services.Replace(ServiceDescriptor.Singleton(options.Console));
            options.Services?.Invoke(services);
        });
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Data"] = RunFolder.Sub("files"),
            ["Seed"] = "none",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }
}
