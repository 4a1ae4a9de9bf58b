using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>PostgreSQL: binary COPY. Definitions taken away are read from the catalogue, so they come back as they were.</summary>
internal sealed class PostgresBulkWriter(AppDbContext database) : BulkWriter(database)
{
    public override Task<IAsyncDisposable> MakeRoomAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(new Room());

    // PostgreSQL never stopped looking.
    public override Task CheckKeysAsync(IEnumerable<Type> entities, CancellationToken cancellationToken) => Task.CompletedTask;

    // COPY looks at the keys when all of its rows are there.
    public override Task DeferKeysAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task TakeAwayAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        var tables = TableList(entities);
        await RunAsync("set local maintenance_work_mem = '256MB'", cancellationToken);

        // Foreign keys go first and come last: they lean on the primary keys.
        var keys = await ReadConstraintsAsync("f", tables, cancellationToken);
        var primary = await ReadConstraintsAsync("p", tables, cancellationToken, "and not exists (select 1 from pg_constraint f where f.confrelid = c.conrelid)");
        foreach (var (table, name, definition) in keys.Concat(primary))
        {
            await TakeAwayAsync($"alter table {table} drop constraint {name}", $"alter table {table} add constraint {name} {definition}", cancellationToken);
        }

        var indexes = await ReadAsync(
            $"""
            select quote_ident(indexname), indexdef from pg_indexes
            where schemaname = current_schema() and tablename in ({tables})
              and not exists (select 1 from pg_constraint c where c.conname = indexname)
            """,
            cancellationToken);
        foreach (var index in indexes)
        {
            await TakeAwayAsync($"drop index {index[0]}", index[1], cancellationToken);
        }
    }

    public override async Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
    {
        var (table, columns) = BulkColumn.Of<T>(Database);
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var connection = (NpgsqlConnection)Connection;
        await using var copy = await connection.BeginBinaryImportAsync($"copy \"{table}\" ({names}) from stdin (format binary)", cancellationToken);
        copy.Timeout = TimeSpan.Zero;

        var count = 0;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                await WriteAsync(copy, column, column.Read(row), cancellationToken);
            }

            if (++count % Step == 0)
            {
                written(Step);
            }
        }

        await copy.CompleteAsync(cancellationToken);
        written(count % Step);
    }

    // By its type where there are millions of them: a boxed value is looked up anew each time.
    private static Task WriteAsync(NpgsqlBinaryImporter copy, BulkColumn column, object? value, CancellationToken cancellationToken) => value switch
    {
        null => copy.WriteNullAsync(cancellationToken),
        string text => copy.WriteAsync(text, column.StoreType, cancellationToken),
        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken),
        int number when column.StoreType == "integer" => copy.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
        long number when column.StoreType == "bigint" => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
        _ => copy.WriteAsync(value, column.StoreType, cancellationToken),
    };

    private async Task<List<(string Table, string Name, string Definition)>> ReadConstraintsAsync(
        string kind, string tables, CancellationToken cancellationToken, string condition = "")
    {
        var rows = await ReadAsync(
            $"""
            select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
            from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.contype = '{kind}' and c.connamespace = current_schema()::regnamespace and t.relname in ({tables}) {condition}
            """,
            cancellationToken);
        return [.. rows.Select(row => (row[0], row[1], row[2]))];
    }

    private sealed class Room : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
