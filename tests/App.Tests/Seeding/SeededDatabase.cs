using HaiZhengTong.Infrastructure;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Seeding;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HaiZhengTong.App.Tests.Seeding;

/// <summary>A database with the demo province in it, without the application around it.</summary>
internal sealed class SeededDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly IHost _host;

    private SeededDatabase(TestDatabase database)
    {
        _database = database;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
        });
        builder.AddInfrastructure();
        _host = builder.Build();
    }

    public DemoProvince Demo => _host.Services.GetRequiredService<DemoProvince>();

    public DateTimeOffset Now => _host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public static async Task<SeededDatabase> StartAsync(Database database, SeedSize size = SeedSize.Small)
    {
        var seeded = new SeededDatabase(await TestDatabase.RentAsync(database));
        await seeded.Demo.HandleAsync(size, new Silence(), CancellationToken.None);
        return seeded;
    }

    public Task<AppDbContext> OpenAsync() => _host.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();

    /// <summary>Every index and constraint as the database's own catalogue words it.</summary>
    public async Task<List<string>> DefinitionsAsync()
    {
        await using var data = await OpenAsync();
        var definitions = _database.Provider == DatabaseProvider.Sqlite
            ? data.Database.SqlQuery<string>($"select sql as \"Value\" from sqlite_master where sql is not null and name not like 'sqlite_%'")
            : data.Database.SqlQuery<string>(
                $"""
                select indexdef as "Value" from pg_indexes where schemaname = 'public'
                union all
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
                """);
        return [.. (await definitions.ToListAsync()).Order(StringComparer.Ordinal)];
    }

    /// <summary>Rows whose foreign key leads nowhere. PostgreSQL looks by itself when the keys come back.</summary>
    public async Task<List<string>> BrokenKeysAsync()
    {
        await using var data = await OpenAsync();
        return _database.Provider == DatabaseProvider.Sqlite
            ? await data.Database.SqlQuery<string>($"select \"table\" as \"Value\" from pragma_foreign_key_check()").ToListAsync()
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _database.DisposeAsync();
    }

    private sealed class Silence : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value)
        {
        }
    }
}
