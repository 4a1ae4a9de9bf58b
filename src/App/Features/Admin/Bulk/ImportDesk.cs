using System.Collections.Concurrent;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>The files that lie open, one for each administrator. They outlive the page, so that a reload loses nothing.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    private readonly ConcurrentDictionary<PersonId, ImportJob> _jobs = [];

    public ImportJob? Of(PersonId person) => _jobs.GetValueOrDefault(person);

    /// <summary>Puts a file there in the place of the one before.</summary>
    public async Task PutAsync(ImportJob job)
    {
        await ClearAsync(job.Owner);
        _jobs[job.Owner] = job;
    }

    public async Task ClearAsync(PersonId person)
    {
        if (_jobs.TryRemove(person, out var job))
        {
            await job.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _jobs.Keys)
        {
            await ClearAsync(person);
        }
    }
}
