using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>SQLite: prepared inserts, one after the other on the write's connection.</summary>
internal sealed class SqliteBulkWriter(AppDbContext database) : BulkWriter(database)
{
    // In KiB when negative: room for the pages an import comes back to. Sorting goes to temporary files, on two threads.
    private const int CachePages = -64_000;
    private const int MaxThreads = 2;

    public override Task DeferKeysAsync(CancellationToken cancellationToken) => RunAsync("PRAGMA defer_foreign_keys=ON", cancellationToken);

    public override async Task TakeAwayAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        var indexes = await ReadAsync(
            $"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({TableList(entities)})",
            cancellationToken);
        foreach (var index in indexes)
        {
            await TakeAwayAsync($"drop index \"{index[0]}\"", index[1], cancellationToken);
        }
    }

    public override async Task<IAsyncDisposable> MakeRoomAsync(CancellationToken cancellationToken)
    {
        await Database.Database.OpenConnectionAsync(cancellationToken);
        var room = new Room(this);
        await RunAsync(
            $"PRAGMA foreign_keys=OFF; PRAGMA cache_size={CachePages}; PRAGMA temp_store=FILE; PRAGMA threads={Math.Min(Environment.ProcessorCount, MaxThreads)};",
            cancellationToken);
        return room;
    }

    public override async Task CheckKeysAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        foreach (var table in Tables(entities))
        {
            if (await ReadAsync($"select \"table\", \"parent\" from pragma_foreign_key_check('{table}') limit 1", cancellationToken) is [var broken, ..])
            {
                throw new InvalidOperationException($"Rows of {broken[0]} point to rows of {broken[1]} that are not there.");
            }
        }
    }

    public override Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
    {
        var (table, columns) = BulkColumn.Of<T>(Database);
        using var insert = new SqliteInsert((SqliteConnection)Connection, table, columns);
        var count = 0;
        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Length; place++)
            {
                insert.Set(place, columns[place].Read(row));
            }

            // Synchronous on purpose: SQLite works in this process, a task for each row would only cost.
            insert.Run();
            if (++count % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                written(Step);
            }
        }

        written(count % Step);
        return Task.CompletedTask;
    }

    // The next opening makes the other settings anew.
    private sealed class Room(SqliteBulkWriter writer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await writer.RunAsync("PRAGMA foreign_keys=ON; PRAGMA threads=0;", CancellationToken.None);
            await writer.Database.Database.CloseConnectionAsync();
        }
    }
}
