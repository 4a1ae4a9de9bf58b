using System.Globalization;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.Data.Sqlite;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>A copy of a migrated file, in a folder of its own because of the files SQLite puts beside it.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);
    private static int _count;
    private readonly string _folder;
    private readonly string _file;

    private SqliteTestDatabase(string folder)
    {
        _folder = folder;
        _file = Path.Combine(folder, "hzt.db");
    }

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override string ConnectionString => Connection(_file);

    public static async Task<SqliteTestDatabase> RentAsync()
    {
        var template = await _template.Value;
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var database = new SqliteTestDatabase(RunFolder.Sub("sqlite-" + number));
        File.Copy(template, database._file);
        return database;
    }

    public override async Task ResetAsync()
    {
        var template = await _template.Value;
        Forget();
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.Delete(file);
        }

        File.Copy(template, _file);
    }

    public override ValueTask DisposeAsync()
    {
        Forget();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Connection(string file) => $"Data Source={file}";

    private static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(RunFolder.Sub("sqlite-template"), "hzt.db");
        await Migrations.ApplyAsync(DatabaseProvider.Sqlite, Connection(file));

        // Closing the last connection writes the log back, so that one file is the whole database.
        using var connection = new SqliteConnection(Connection(file));
        SqliteConnection.ClearPool(connection);
        return file;
    }

    private void Forget()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
