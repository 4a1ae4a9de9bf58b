using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Bulk;

/// <summary>
/// SQLite: one transaction of prepared inserts. The journal stays on, so a killed load is rolled back at the next
/// opening; only the waiting for the disk is put off to the end, and the memory for pages is made large for the while.
/// </summary>
internal sealed class SqliteBulkLoad(AppDbContext database) : BulkLoad(database)
{
    private readonly List<string> _indexes = [];
    private WriteTransaction? _write;

    // The indexes, the statistics, the commit and the checkpoint.
    public override int Restorings => _indexes.Count + 3;

    private SqliteConnection Connection => (SqliteConnection)Database.Database.GetDbConnection();

    public override async Task BeginAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        await Database.Database.OpenConnectionAsync(cancellationToken);
        await RunAsync(
            Connection, "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-256000; PRAGMA wal_autocheckpoint=0;", cancellationToken);
        _write = await Database.BeginWriteAsync(cancellationToken);
        var indexes = await ReadAsync(
            Connection,
            $"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({TableList(entities)})",
            cancellationToken);
        foreach (var index in indexes)
        {
            await RunAsync(Connection, $"drop index \"{index[0]}\"", cancellationToken);
            _indexes.Add(index[1]);
        }
    }

    public override async Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
    {
        var (table, columns) = BulkColumn.Of<T>(Database);
        await using var command = Connection.CreateCommand();
        var names = columns.Select(column => $"\"{column.Name}\"");
        var places = columns.Select((_, place) => $"$p{place}");
#pragma warning disable CA2100 // names of the model only
        command.CommandText = $"insert into \"{table}\" ({string.Join(", ", names)}) values ({string.Join(", ", places)})";
#pragma warning restore CA2100
        var parameters = columns.Select((_, place) => command.Parameters.Add(new SqliteParameter($"$p{place}", null))).ToArray();
        await command.PrepareAsync(cancellationToken);

        var count = 0;
        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Length; place++)
            {
                parameters[place].Value = columns[place].Read(row) ?? DBNull.Value;
            }

            // Synchronous on purpose: SQLite works in this process, a task for each row would only cost.
            command.ExecuteNonQuery();
            if (++count % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                written(Step);
            }
        }

        written(count % Step);
    }

    public override async Task CommitAsync(Action<int> restored, CancellationToken cancellationToken)
    {
        foreach (var index in _indexes)
        {
            await RunAsync(Connection, index, cancellationToken);
            restored(1);
        }

        await RunAsync(Connection, "analyze", cancellationToken);
        restored(1);
        await _write!.CommitAsync(cancellationToken);
        restored(1);
        await RunAsync(Connection, "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);", CancellationToken.None);
        restored(1);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_write is not null)
        {
            await _write.DisposeAsync();
        }

        // The settings were this load's alone; the others are made anew whenever a connection is opened.
        if (Connection.State == ConnectionState.Open)
        {
            await RunAsync(Connection, "PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=1000;", CancellationToken.None);
        }

        await Database.Database.CloseConnectionAsync();
    }
}
