using HaiZhengTong.Infrastructure.Data.Postgres;
using HaiZhengTong.Infrastructure.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace HaiZhengTong.Infrastructure.Data;

/// <summary>Contexts outside the host, for the migration tool.</summary>
internal static class DesignTime
{
    // Identity reads the schema version of its tables from the application's services only.
    public static IServiceProvider Services { get; } =
        new ServiceCollection().Configure<IdentityOptions>(DatabaseSetup.ConfigureStores).BuildServiceProvider();

    internal sealed class Sqlite : IDesignTimeDbContextFactory<SqliteDbContext>
    {
        public SqliteDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDbContext>();
            options.OnSqlite("Data Source=design.db").UseApplicationServiceProvider(Services);
            return new SqliteDbContext(options.Options);
        }
    }

    internal sealed class Postgres : IDesignTimeDbContextFactory<PostgresDbContext>
    {
        public PostgresDbContext CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDbContext>();
            options.OnPostgres("Host=localhost;Database=design").UseApplicationServiceProvider(Services);
            return new PostgresDbContext(options.Options);
        }
    }
}
