using HaiZhengTong.Infrastructure;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace HaiZhengTong.Architecture.Tests;

/// <summary>Neither set of migrations lags behind the model.</summary>
public sealed class MigrationTests
{
    private static readonly Dictionary<DatabaseProvider, string> _connections = new()
    {
        [DatabaseProvider.Sqlite] = "Data Source=:memory:",
        [DatabaseProvider.Postgres] = "Host=nowhere;Database=none",
    };

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task The_migrations_make_the_model(DatabaseProvider provider)
    {
        using var host = Build(provider);
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();

        Assert.NotEmpty(database.Database.GetMigrations());
        Assert.False(database.Database.HasPendingModelChanges(), $"Add a migration for {provider}.");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task The_migration_rule_catches_a_missing_table(DatabaseProvider provider)
    {
        using var host = Build(provider);
        await using var database = await host.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var model = database.GetService<IDesignTimeModel>().Model;

        var differs = database.GetService<IMigrationsModelDiffer>().HasDifferences(null, model.GetRelationalModel());

        Assert.True(differs);
    }

    private static IHost Build(DatabaseProvider provider)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["Database:ConnectionString"] = _connections[provider],
        });
        builder.AddInfrastructure();
        return builder.Build();
    }
}
