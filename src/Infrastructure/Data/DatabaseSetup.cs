using HaiZhengTong.Infrastructure.Data.Postgres;
using HaiZhengTong.Infrastructure.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.Infrastructure.Data;

/// <summary>Puts the model on a database.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services, DatabaseOptions database)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddContext<SqliteDbContext>(options => options.OnSqlite(database.ConnectionString));
                break;
            case DatabaseProvider.Postgres:
                services.AddContext<PostgresDbContext>(options => options.OnPostgres(database.ConnectionString));
                break;
        }

        services.Configure<IdentityOptions>(ConfigureStores);
    }

    public static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection)
        .AddInterceptors(new SqlitePragmas())
        .UseSnakeCaseNamingConvention();

    public static DbContextOptionsBuilder OnPostgres(this DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection)
        .UseSnakeCaseNamingConvention();

    /// <summary>The shape of Identity's own tables; part of the model, so the same at design time.</summary>
    public static void ConfigureStores(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Stores.MaxLengthForKeys = 128;
    }

    private static void AddContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : AppDbContext
    {
        services.AddPooledDbContextFactory<TContext>(configure);
        services.AddSingleton<IDbContextFactory<AppDbContext>, ProviderDbContextFactory<TContext>>();

        // Identity's stores ask for a scoped context; everything else uses the factory.
        services.AddScoped<AppDbContext>(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext());
    }
}
