using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HaiZhengTong.Infrastructure.Data.Bulk;

/// <summary>One prepared insert, filled in row by row. Straight on SQLite's own interface: for millions of short rows the layer above costs more than the writing.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[256];

    public SqliteInsert(SqliteConnection connection, string table, IEnumerable<BulkColumn> columns)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        var names = columns.Select(column => $"\"{column.Name}\"").ToList();
        Check(raw.sqlite3_prepare_v2(
            _database, $"insert into \"{table}\" ({string.Join(", ", names)}) values ({string.Join(", ", names.Select(_ => "?"))})", out _statement));
    }

    /// <summary>Sets the value of a column, counted from 0.</summary>
    public void Set(int column, object? value)
    {
        var place = column + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, place),
            string text => SetText(place, text),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
            int number => raw.sqlite3_bind_int64(_statement, place, number),
            long number => raw.sqlite3_bind_int64(_statement, place, number),
            bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
            short or byte => raw.sqlite3_bind_int64(_statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            double number => raw.sqlite3_bind_double(_statement, place, number),
            Guid id => SetText(place, id.ToString().ToUpperInvariant()),
            DateOnly day => SetText(place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => throw new InvalidOperationException($"No way is known to write a {value.GetType().Name}."),
        });
    }

    /// <summary>Writes the row.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int SetText(int place, string text)
    {
        if (_text.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        // SQLite keeps a copy of its own.
        return raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
