using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What is planned for a unit, and what could not be carried out of late, for whoever administers it.</summary>
public sealed partial class UnitPlans(ListChanges list, CancelPlan cancel, ILogger<UnitPlans> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<ChangeView>? _plans;
    private (UnitId Unit, int Version)? _shown;
    private string? _why;
    private bool _failed;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public UnitId Unit { get; set; }

    /// <summary>The administrator.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Rises when the organisation was changed.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Whether the administrator may change the unit itself.</summary>
    [Parameter]
    public bool MayCancel { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Unit, Version))
        {
            _shown = (Unit, Version);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            var found = await list.HandleAsync(new ListChangesRequest(null, Unit) { PlansOnly = true }, By, _closed.Token);
            _plans = found.Match(page => page.Changes, _ => []);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private async Task CancelAsync(DirectoryChangeId plan)
    {
        _isBusy = true;
        _why = null;
        try
        {
            var cancelled = await cancel.HandleAsync(plan, By, _closed.Token);
            _why = cancelled.Refusal is { } refusal ? T.Of(refusal) : null;
            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
