using System.Data.Common;
using HaiZhengTong.Infrastructure.Data.Postgres;
using HaiZhengTong.Infrastructure.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>
/// Puts many rows in, past the change tracker, inside the caller's write: prepared inserts on SQLite, COPY on PostgreSQL.
/// Public because the import of the directory writes as many rows as the seeding does.
/// </summary>
public abstract class BulkWriter
{
    /// <summary>How many rows are written between two looks at the cancellation and two reports.</summary>
    protected const int Step = 2_000;

    private readonly Stack<string> _taken = [];

    protected BulkWriter(AppDbContext database) => Database = database;

    /// <summary>How many indexes and keys are away and must be brought back.</summary>
    public int TakenAway => _taken.Count;

    protected AppDbContext Database { get; }

    protected DbConnection Connection => Database.Database.GetDbConnection();

    /// <summary>The database's own way of writing.</summary>
    public static BulkWriter On(AppDbContext database) => database switch
    {
        SqliteDbContext => new SqliteBulkWriter(database),
        PostgresDbContext => new PostgresBulkWriter(database),
        null => throw new ArgumentNullException(nameof(database)),
        _ => throw new InvalidOperationException($"No bulk writer for {database.GetType().Name}."),
    };

    /// <summary>
    /// Readies the connection for very many rows, before the write begins, until what is handed out is disposed. Whether rows
    /// point to rows that are there is then not looked at one by one: <see cref="CheckKeysAsync"/> does it for all of them.
    /// </summary>
    public abstract Task<IAsyncDisposable> MakeRoomAsync(CancellationToken cancellationToken);

    /// <summary>Looks at all rows of tables written since <see cref="MakeRoomAsync"/>; throws when one points nowhere.</summary>
    public abstract Task CheckKeysAsync(IEnumerable<Type> entities, CancellationToken cancellationToken);

    /// <summary>Lets rows point to rows that come after them, until the commit.</summary>
    public abstract Task DeferKeysAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes secondary indexes and keys of tables away until <see cref="BringBackAsync"/>. On PostgreSQL nobody reads these
    /// tables meanwhile: for filling tables that are all but empty only.
    /// </summary>
    public abstract Task TakeAwayAsync(IEnumerable<Type> entities, CancellationToken cancellationToken);

    /// <summary>Writes all rows of one entity, reporting how many were written since the last report.</summary>
    public abstract Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Brings back what was taken away, the last first, and renews the planner's statistics.</summary>
    public async Task BringBackAsync(Action<int> restored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(restored);
        while (_taken.TryPop(out var definition))
        {
            await RunAsync(definition, cancellationToken);
            restored(1);
        }

        await RunAsync("analyze", cancellationToken);
        restored(1);
    }

    /// <summary>Runs a statement on the write's connection, however long it takes.</summary>
    internal async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // no text of a user's is in here: names come from the model and the database's own catalogue
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Drops an index or a key, to come back by its definition before the commit.</summary>
    private protected async Task TakeAwayAsync(string drop, string definition, CancellationToken cancellationToken)
    {
        await RunAsync(drop, cancellationToken);
        _taken.Push(definition);
    }

    private protected async Task<List<string[]>> ReadAsync(string sql, CancellationToken cancellationToken)
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

    private protected IEnumerable<string> Tables(IEnumerable<Type> entities) => entities.Select(entity =>
        Database.Model.FindEntityType(entity)?.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} is not in the model."));

    private protected string TableList(IEnumerable<Type> entities) => string.Join(", ", Tables(entities).Select(table => $"'{table}'"));
}
