using System.Data;
using HaiZhengTong.Infrastructure.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Bulk;

/// <summary>
/// One transaction that fills an empty database. Secondary indexes and foreign keys of the tables named at the start are
/// taken away and come back before the commit, in the same transaction; disposed without commit, nothing happened.
/// </summary>
internal sealed class BulkLoad(AppDbContext database) : IAsyncDisposable
{
    private readonly BulkWriter _writer = BulkWriter.On(database);
    private readonly LoadSettings _settings = LoadSettings.Of(database);
    private WriteTransaction? _write;

    /// <summary>How many steps the commit reports, known once begun: what was taken away, the statistics, the commit and what comes after it.</summary>
    public int Restorings => _writer.TakenAway + 3;

    /// <summary>Begins the transaction and clears the way to the tables.</summary>
    public async Task BeginAsync(IEnumerable<Type> entities, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        await _writer.RunAsync(_settings.Before, cancellationToken);
        _write = await database.BeginWriteAsync(cancellationToken);
        await _writer.RunAsync(_settings.Inside, cancellationToken);
        await _writer.TakeAwayAsync(entities, cancellationToken);
    }

    /// <summary>Writes all rows of one entity, reporting how many were written since the last report.</summary>
    public Task WriteAsync<T>(IEnumerable<T> rows, Action<int> written, CancellationToken cancellationToken)
        where T : class => _writer.WriteAsync(rows, written, cancellationToken);

    /// <summary>Brings back what was taken away and commits.</summary>
    public async Task CommitAsync(Action<int> restored, CancellationToken cancellationToken)
    {
        await _writer.BringBackAsync(restored, cancellationToken);
        await _write!.CommitAsync(cancellationToken);
        restored(1);
        await _writer.RunAsync(_settings.After, CancellationToken.None);
        restored(1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_write is not null)
        {
            await _write.DisposeAsync();
        }

        // The settings were this load's alone; the others are made anew whenever a connection is opened.
        if (database.Database.GetDbConnection().State == ConnectionState.Open)
        {
            await _writer.RunAsync(_settings.Leaving, CancellationToken.None);
        }

        await database.Database.CloseConnectionAsync();
    }
}
