using Microsoft.Data.Sqlite;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>SQLite: prepared inserts, one after the other on the write's connection.</summary>
internal sealed class SqliteBulkWriter(AppDbContext database) : BulkWriter(database)
{
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
}
