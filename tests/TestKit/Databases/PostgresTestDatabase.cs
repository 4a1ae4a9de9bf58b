using System.Collections.Concurrent;
using System.Globalization;
using HaiZhengTong.Infrastructure.Data;
using Npgsql;
using Respawn;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>A database that goes from test to test, emptied between two; as many as tests run side by side.</summary>
internal sealed class PostgresTestDatabase : TestDatabase
{
    // What the migrations put into a table is emptied with all else, and comes back from here.
    private const string KeptDuties = "kept_duty";
    private static readonly ConcurrentBag<PostgresTestDatabase> _idle = [];
    private static int _count;
    private readonly string _connection;
    private Respawner? _respawner;

    private PostgresTestDatabase(string connection) => _connection = connection;

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    public override string ConnectionString => _connection;

    public static async Task<PostgresTestDatabase> RentAsync()
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        // Several test processes may share the cluster: the name tells whose database it is.
        var number = Interlocked.Increment(ref _count);
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{number}");
        var connection = $"{await PrivatePostgres.ConnectionAsync()};Database={name};Maximum Pool Size=20;Include Error Detail=true";
        await Migrations.ApplyAsync(DatabaseProvider.Postgres, connection);
        var database = new PostgresTestDatabase(connection);
        await database.RunAsync($"create table {KeptDuties} as table duty");
        return database;
    }

    public override async Task ResetAsync()
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        _respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.Postgres,
            TablesToIgnore = ["__EFMigrationsHistory", KeptDuties],
            WithReseed = true,
        });
        await _respawner.ResetAsync(connection);
        await RunAsync($"insert into duty select * from {KeptDuties}");
    }

    public override async ValueTask DisposeAsync()
    {
        await ResetAsync();
        _idle.Add(this);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
