using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>Hears the commands a host sends to its database, and asks the database afterwards which tables they would read from end to end.</summary>
/// <remarks>
/// For SQLite, whose plans follow from the indexes alone. PostgreSQL plans by what the tables hold at the moment: of nearly
/// empty ones it says nothing about large ones; there the bench over the whole province tells.
/// </remarks>
public sealed partial class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // Indexes of the few posts that are not shown to everyone and the few people who are not active: from end to end they are still short.
    private static readonly string[] _fewRows = ["ix_post_visibility", "ix_person_status"];

    private readonly List<IDisposable> _listening = [];
    private readonly Dictionary<string, List<(string Name, object? Value, System.Data.DbType Type)>> _heard = [];
    private string? _connection;

    private QueryPlans()
    {
    }

    /// <summary>How many different commands were heard.</summary>
    public int Count => _heard.Count;

    /// <summary>How many commands were heard, the same ones counted each time.</summary>
    public int Total { get; private set; }

    /// <summary>Begins to listen; to be called before the host starts, for a context nobody listened to stays silent for a while.</summary>
    public static QueryPlans Listen()
    {
        var plans = new QueryPlans();
        plans._listening.Add(DiagnosticListener.AllListeners.Subscribe(plans));
        return plans;
    }

    /// <summary>From now on what this host asks its database is kept; what was heard before is forgotten.</summary>
    public void Begin(TestHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        lock (_heard)
        {
            _heard.Clear();
        }

        _connection = Key(host.ConnectionString);
    }

    /// <summary>From now on nothing is kept.</summary>
    public void End() => _connection = null;

    /// <summary>The commands that would read one of the tables from end to end, with the step of the plan that does.</summary>
    public async Task<IReadOnlyList<string>> ScansAsync(AppDbContext database, params string[] tables) =>
        [.. from plan in await ReadAsync(database)
            from step in plan.Steps
            from scan in Scans(step, plan.Sql, tables)
            select $"{scan} in {plan.Sql}"];

    /// <summary>Each command and how the database would carry it out, step by step.</summary>
    public async Task<IReadOnlyList<(string Sql, IReadOnlyList<string> Steps)>> ReadAsync(AppDbContext database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync();
        var (explain, column) = database.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? ("explain query plan ", 3) : ("explain ", 0);
        var plans = new List<(string, IReadOnlyList<string>)>();
        foreach (var (sql, parameters) in _heard.ToList())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = explain + sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(Made(command, parameter));
            }

            var steps = new List<string>();
            await using var plan = await command.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                steps.Add(plan.GetString(column));
            }

            plans.Add((sql, steps));
        }

        return plans;
    }

    public void Dispose() => _listening.ForEach(one => one.Dispose());

    public void OnNext(DiagnosticListener value)
    {
        // Inside a host the commands are told under the host's own name, not under the library's.
        if (value is not null)
        {
            _listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { } command }
            && _connection is not null && Key(command.Connection?.ConnectionString) == _connection && Read().IsMatch(command.CommandText))
        {
            lock (_heard)
            {
                Total++;
                _heard[command.CommandText] = [.. command.Parameters.Cast<DbParameter>().Select(one => (one.ParameterName, one.Value, one.DbType))];
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string Key(string? connection) => DatabaseName().Match(connection ?? "").Groups[1].Value;

    private static DbParameter Made(DbCommand command, (string Name, object? Value, System.Data.DbType Type) heard)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = heard.Name;
        parameter.Value = heard.Value ?? DBNull.Value;
        if (parameter.Value is DBNull)
        {
            parameter.DbType = heard.Type;
        }

        return parameter;
    }

    // "SCAN p USING INDEX …", "Seq Scan on post p": a table, or the name the command gives it, read from its first row to its last.
    private static IEnumerable<string> Scans(string step, string sql, string[] tables)
    {
        if (Sequential().Match(step) is { Success: true } sequential)
        {
            return tables.Contains(sequential.Groups["table"].Value) ? [step.Trim()] : [];
        }

        var names = tables.Concat(Named().Matches(sql)
            .Where(match => tables.Contains(match.Groups["table"].Value))
            .Select(match => match.Groups["name"].Value));
        return step.StartsWith("SCAN ", StringComparison.Ordinal) && names.Contains(step.Split(' ')[1])
            && !_fewRows.Any(few => step.EndsWith(few, StringComparison.Ordinal)) ? [step] : [];
    }

    [GeneratedRegex(@"^\s*(-- .*\s+)?(select|with)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Read();

    [GeneratedRegex("""(?:from|join)\s+"?(?<table>\w+)"?\s+as\s+"?(?<name>\w+)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"\bSeq Scan on (?<table>\w+)")]
    private static partial Regex Sequential();

    [GeneratedRegex(@"(?:Data Source|Database)=([^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseName();
}
