using HaiZhengTong.Infrastructure;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HaiZhengTong.TestKit.Http;

/// <summary>The application's own Program with the test's settings.</summary>
internal sealed class TestApplication(TestDatabase database, TestHostOptions options) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(options.Environment);
        foreach (var (name, value) in Settings())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole());
        builder.ConfigureTestServices(services =>
        {
            AddInfrastructureWhereMissing(services);
            if (options.Clock is { } clock)
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            }

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

    private void AddInfrastructureWhereMissing(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IDbContextFactory<AppDbContext>)))
        {
            return;
        }

        var own = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        own.Configuration.AddInMemoryCollection(Settings());
        own.AddInfrastructure();
        foreach (var service in own.Services)
        {
            services.TryAdd(service);
        }
    }
}
