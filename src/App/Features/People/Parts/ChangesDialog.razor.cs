using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What was changed about a person or a unit; plans can be cancelled, fresh transfers and leaves taken back.</summary>
public sealed partial class ChangesDialog(ListChanges list, CancelPlan cancel, UndoChange undo, ListDuties duties)
{
    private List<ChangeView>? _changes;
    private IReadOnlyList<DutyView> _duties = [];
    private bool _hasMore;
    private bool _isChanged;
    private (UnitId Id, string Name)? _of;

    /// <summary>Whose changes; none where they are a unit's.</summary>
    [Parameter]
    public PersonId? Person { get; set; }

    /// <summary>The unit whose changes; none where they are a person's.</summary>
    [Parameter]
    public UnitId? Unit { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    private UnitId? Shown => _of?.Id ?? Unit;

    protected override async Task OnInitializedAsync()
    {
        _duties = await Loader.TryAsync(() => duties.HandleAsync(CancellationToken.None)) ?? [];
        await ReadAsync(null);
    }

    // A unit that was merged is found in the list of the one it went into.
    private Task ShowAsync(UnitId unit, string? name)
    {
        _of = (unit, name ?? "");
        _changes = null;
        return ReadAsync(null);
    }

    private Task MoreAsync() => ReadAsync(_changes![^1].Id);

    private async Task ReadAsync(DirectoryChangeId? after)
    {
        var page = await ActAsync(() => list.HandleAsync(new ListChangesRequest(Person, Shown, after), By, CancellationToken.None));
        _changes = [.. after is null ? [] : _changes ?? [], .. page?.Changes ?? []];
        _hasMore = page?.HasMore == true;
    }

    private async Task DoAsync(Func<Task<Result<Done>>> act)
    {
        if (await TryAsync(act))
        {
            _isChanged = true;
            await ReadAsync(null);
        }
    }
}
