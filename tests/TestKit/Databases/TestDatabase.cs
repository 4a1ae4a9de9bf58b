using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>An empty, migrated database that belongs to one test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>A database nobody else uses: migrated once a process, then copied or emptied.</summary>
    public static async Task<TestDatabase> RentAsync(Database database) => database switch
    {
        Database.Sqlite => await SqliteTestDatabase.RentAsync(),
        Database.Postgres => await PostgresTestDatabase.RentAsync(),
    };

    /// <summary>Takes every row out, as before the first test.</summary>
    public abstract Task ResetAsync();

    public abstract ValueTask DisposeAsync();
}
