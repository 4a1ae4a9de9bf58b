using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.Bench;

/// <summary>A database on disk with the durability of production.</summary>
internal sealed class BenchDatabase : TestDatabase
{
    private BenchDatabase(DatabaseProvider provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

    public override DatabaseProvider Provider { get; }

    public override string ConnectionString { get; }

    public static async Task<BenchDatabase> CreateAsync(Database kind, string name)
    {
        BenchDatabase database = kind switch
        {
            Database.Sqlite => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(RunFolder.Sub(name), "hzt.db")}"),
            Database.Postgres => new(DatabaseProvider.Postgres, $"{await PrivatePostgres.DurableConnectionAsync()};Database={name};Maximum Pool Size=100"),
        };
        await Migrations.ApplyAsync(database.Provider, database.ConnectionString);
        return database;
    }

    public override Task ResetAsync() => throw new NotSupportedException("A measured database is used once.");

    // Its folder goes with the run.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
