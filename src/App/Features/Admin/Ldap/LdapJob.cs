using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>What goes on with one source on this node, and what its last dry run showed. It lives apart from any page.</summary>
public sealed class LdapJob(string source)
{
    private readonly Lock _turn = new();
    private CancellationTokenSource? _work;

    public string Source => source;

    public bool IsAtWork { get; private set; }

    /// <summary>True while it is written, or was written last; false for a dry run.</summary>
    public bool IsWriting { get; private set; }

    public ImportProgress Progress { get; private set; }

    public LdapReport? Report { get; private set; }

    /// <summary>Why the last step did not come to its end; null when it did.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Something about it is new to see.</summary>
    public event Action? Changed;

    public void Cancel() => _work?.Cancel();

    /// <summary>Begins a step; null while another one is under way.</summary>
    internal CancellationToken? Begin(bool isWriting, CancellationToken stop)
    {
        lock (_turn)
        {
            if (IsAtWork)
            {
                return null;
            }

            IsAtWork = true;
        }

        _work?.Dispose();
        _work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        (IsWriting, Progress, Refusal) = (isWriting, default, null);
        Tell();
        return _work.Token;
    }

    internal void Move(ImportProgress progress)
    {
        var isSeen = progress.Stage != Progress.Stage || progress.Percent != Progress.Percent;
        Progress = progress;
        if (isSeen)
        {
            Tell();
        }
    }

    /// <summary>What was shown before stays to be looked at when the step was refused.</summary>
    internal void End(Result<LdapReport> made)
    {
        Refusal = made.Refusal;
        Report = made.Refusal is null ? made.Value : Report;
        IsAtWork = false;
        Tell();
    }

    private void Tell() => Changed?.Invoke();
}
