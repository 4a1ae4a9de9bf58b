using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>One file on its way into the directory. It lives on this node, apart from any page, until another takes its place.</summary>
public sealed class ImportJob(PersonId owner, ImportKind kind, StagedFile file) : IAsyncDisposable
{
    private CancellationTokenSource? _work;

    public PersonId Owner => owner;

    public ImportKind Kind => kind;

    public StagedFile File => file;

    /// <summary>What each column means; null for none.</summary>
    public ImportField?[] Columns { get; } = ImportFields.Guess(kind, file.Headings.Cells);

    public ImportState State { get; set; }

    public ImportProgress Progress { get; private set; }

    public ImportReport? Report { get; set; }

    /// <summary>Why the last step did not come to its end; null when it did.</summary>
    public Refusal? Refusal { get; set; }

    public bool IsAtWork => State is ImportState.Checking or ImportState.Writing;

    /// <summary>Something about it is new to see.</summary>
    public event Action? Changed;

    /// <summary>Begins a step; its token ends it.</summary>
    public CancellationToken Begin(ImportState state)
    {
        _work?.Dispose();
        _work = new CancellationTokenSource();
        Progress = default;
        Refusal = null;
        State = state;
        Tell();
        return _work.Token;
    }

    public void Cancel() => _work?.Cancel();

    public void Move(ImportProgress progress)
    {
        var isSeen = progress.Stage != Progress.Stage || progress.Percent != Progress.Percent;
        Progress = progress;
        if (isSeen)
        {
            Tell();
        }
    }

    public void Tell() => Changed?.Invoke();

    public async ValueTask DisposeAsync()
    {
        _work?.Dispose();
        Report?.Dispose();
        await file.DisposeAsync();
    }
}
