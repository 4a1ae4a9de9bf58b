using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>Finds people by rules, counts and shows them as the rules change, and does something with all of them.</summary>
public sealed partial class AudienceBuilder(AudienceActs acts, TimeProvider clock, ILogger<AudienceBuilder> logger) : ComponentBase, IDisposable
{
    // Whoever puts rules together clicks several times: counting waits for the last.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private readonly List<AudienceRule> _rules = [];
    private CancellationTokenSource _asked = new();
    private IReadOnlyList<SavedAudience> _saved = [];
    private List<Contact>? _rows;
    private PersonId? _next;
    private PersonId _me;
    private int? _total = 0;
    private int _version;
    private Act? _open;
    private GatherDone? _done;
    private Refusal? _refusal;
    private bool _failed;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await ReadSavedAsync();
    }

    private async Task ReadSavedAsync()
    {
        try
        {
            _saved = await acts.Saved.HandleAsync(_me, _asked.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRead(exception);
            _failed = true;
        }
    }

    private Task UseAsync(SavedAudience saved)
    {
        _rules.Clear();
        _rules.AddRange(saved.Rules);
        return ChangedAsync();
    }

    private async Task ChangedAsync()
    {
        (_done, _total, _rows, _next) = (null, _rules.Count == 0 ? 0 : null, null, null);
        _version++;
        await _asked.CancelAsync();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        if (_rules.Count == 0)
        {
            _refusal = null;
            return;
        }

        var now = _asked.Token;
        try
        {
            await Task.Delay(_pause, clock, now);
            await ReadAsync();
        }
        catch (OperationCanceledException) when (now.IsCancellationRequested)
        {
            // The rules changed again.
        }
    }

    private async Task ReadAsync()
    {
        _failed = false;
        var now = _asked.Token;
        try
        {
            var counted = await acts.Count.HandleAsync(_rules, _me, now);
            _refusal = counted.Refusal;
            _total = counted.Refusal is null ? counted.Value : 0;
            _rows = [];
            if (_total > 0)
            {
                await AppendAsync(now);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRead(exception);
            _failed = true;
        }
    }

    private Task MoreAsync() => AppendAsync(_asked.Token);

    private async Task AppendAsync(CancellationToken now)
    {
        var page = await acts.List.HandleAsync(new ListAudienceRequest(_rules, _next), _me, now);
        if (page.Refusal is null && _rows is { } rows)
        {
            rows.AddRange(page.Value.Rows);
            _next = page.Value.Next;
        }
    }

    private async Task DoneAsync(GatherDone done)
    {
        (_open, _done) = (null, done);
        await ReadSavedAsync();
    }

    [LoggerMessage(LogLevel.Error, "The people of an audience could not be read")]
    private partial void LogNotRead(Exception exception);
}
