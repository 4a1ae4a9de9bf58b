using HaiZhengTong.Infrastructure.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HaiZhengTong.Infrastructure.Data;

/// <summary>Brings the database to the newest shape, one node at a time.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<AppDbContext> databases)
{
    private const string StartLock = "select pg_advisory_lock(7266411)";

    /// <summary>Migrates, then runs <paramref name="afterwards"/> (the seed) before another node may begin.</summary>
    public async Task HandleAsync(Func<CancellationToken, Task> afterwards, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(afterwards);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (database is SqliteDbContext)
        {
            await MigrateAsync(database, afterwards, cancellationToken);
            return;
        }

        // EF's own lock covers the migrations only. Outside the pool, so that closing ends the session and lets ours go at
        // once: a pooled connection is reset only when it is used again.
        await EnsureDatabaseAsync(database, cancellationToken);
        await using var gate = new NpgsqlConnection(Unpooled(database.Database.GetConnectionString()));
        await gate.OpenAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(StartLock, gate) { CommandTimeout = 600 })
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await MigrateAsync(database, afterwards, cancellationToken);
    }

    /// <summary>Whether the database answers and has the newest shape.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.CanConnectAsync(cancellationToken)
            && !(await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private static string Unpooled(string? connection) => new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;

    private static async Task MigrateAsync(AppDbContext database, Func<CancellationToken, Task> afterwards, CancellationToken cancellationToken)
    {
        await database.Database.MigrateAsync(cancellationToken);
        await afterwards(cancellationToken);
    }

    private static async Task EnsureDatabaseAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        try
        {
            await database.Database.OpenConnectionAsync(cancellationToken);
            await database.Database.CloseConnectionAsync();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await database.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);
        }
    }
}
