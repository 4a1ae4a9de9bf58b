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
    // The checkpoint comes on top.
    public override int Restorings => base.Restorings + 1;

    public override async Task BeginAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        await Database.Database.OpenConnectionAsync(cancellationToken);
        await RunAsync(
            "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-256000; PRAGMA wal_autocheckpoint=0;", cancellationToken);
        await BeginWriteAsync(cancellationToken);
        var indexes = await ReadAsync(
            $"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({TableList(entities)})",
            cancellationToken);
        foreach (var index in indexes)
        {
            await TakeAwayAsync($"drop index \"{index[0]}\"", index[1], cancellationToken);
        }
    }

    public override async Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
    {
        var (table, columns) = BulkColumn.Of<T>(Database);
        await using var command = ((SqliteConnection)Connection).CreateCommand();
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
        await base.CommitAsync(restored, cancellationToken);
        await RunAsync("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);", CancellationToken.None);
        restored(1);
    }

    // The settings were this load's alone; the others are made anew whenever a connection is opened.
    protected override Task LeaveAsync() => Connection.State == ConnectionState.Open
        ? RunAsync("PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=1000;", CancellationToken.None)
        : Task.CompletedTask;
}
