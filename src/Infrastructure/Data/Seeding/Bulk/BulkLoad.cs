using System.Data.Common;
using HaiZhengTong.Infrastructure.Data.Postgres;
using HaiZhengTong.Infrastructure.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Bulk;

/// <summary>
/// One transaction that puts many rows in, past the change tracker: prepared inserts on SQLite, COPY on PostgreSQL.
/// Secondary indexes and foreign keys of the tables named at the start are taken away and come back before the commit,
/// in the same transaction; disposed without commit, nothing happened.
/// </summary>
internal abstract class BulkLoad(AppDbContext database) : IAsyncDisposable
{
    /// <summary>How many rows are written between two looks at the cancellation and two reports.</summary>
    protected const int Step = 2_000;

    private readonly Stack<string> _taken = [];
    private WriteTransaction? _write;

    /// <summary>How many steps the commit reports, known once begun: what was taken away, the statistics and the commit.</summary>
    public virtual int Restorings => _taken.Count + 2;

    protected AppDbContext Database { get; } = database;

    protected DbConnection Connection => Database.Database.GetDbConnection();

    /// <summary>Opens the database's own way of loading.</summary>
    public static BulkLoad On(AppDbContext database) => database switch
    {
        SqliteDbContext => new SqliteBulkLoad(database),
        PostgresDbContext => new PostgresBulkLoad(database),
        _ => throw new InvalidOperationException($"No bulk load for {database.GetType().Name}."),
    };

    /// <summary>Begins the transaction and clears the way to the tables.</summary>
    public abstract Task BeginAsync(IEnumerable<Type> entities, CancellationToken cancellationToken);

    /// <summary>Writes all rows of one entity, reporting how many were written since the last report.</summary>
    public abstract Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Brings back what was taken away, the last first, and commits.</summary>
    public virtual async Task CommitAsync(Action<int> restored, CancellationToken cancellationToken)
    {
        while (_taken.TryPop(out var definition))
        {
            await RunAsync(definition, cancellationToken);
            restored(1);
        }

        await RunAsync("analyze", cancellationToken);
        restored(1);
        await _write!.CommitAsync(cancellationToken);
        restored(1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_write is not null)
        {
            await _write.DisposeAsync();
        }

        await LeaveAsync();
        await Database.Database.CloseConnectionAsync();
    }

    protected async Task BeginWriteAsync(CancellationToken cancellationToken) => _write = await Database.BeginWriteAsync(cancellationToken);

    /// <summary>Drops an index or a key, to come back by its definition before the commit.</summary>
    protected async Task TakeAwayAsync(string drop, string definition, CancellationToken cancellationToken)
    {
        await RunAsync(drop, cancellationToken);
        _taken.Push(definition);
    }

    /// <summary>Leaves the connection as it was found, after the transaction.</summary>
    protected virtual Task LeaveAsync() => Task.CompletedTask;

    protected async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // no text of a user's is in here: names come from the model and the database's own catalogue
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected async Task<List<string[]>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // as above
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    protected string TableList(IEnumerable<Type> entities) => string.Join(", ", entities.Select(entity =>
        $"'{Database.Model.FindEntityType(entity)?.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} is not in the model.")}'"));
}
