using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>The groups of a unit that follow the directory, and the form a new one is founded with.</summary>
public sealed partial class UnitGroupPanel : ComponentBase
{
    private UnitGroupList? _list;
    private PersonId _me;
    private UnitGroupItem? _ending;
    private Refusal? _missing;
    private Refusal? _refusal;
    private string? _title;
    private bool _isUnitOnly = true;
    private bool _failed;
    private bool _busy;

    [Inject]
    internal ListUnitGroups Groups { get; set; } = default!;

    [Inject]
    internal FoundUnitGroup Found { get; set; } = default!;

    [Inject]
    internal DissolveUnitGroup Dissolve { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired]
    public Guid Unit { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new { It = await Groups.HandleAsync(new UnitId(Unit), _me, CancellationToken.None) });
        _failed = read is null;
        _missing = read?.It.Refusal;
        _list = read is { It.Refusal: null } ? read.It.Value : null;
    }

    private Task FoundAsync() => ActAsync(async () =>
    {
        var made = await Found.HandleAsync(new FoundUnitGroupRequest(new UnitId(Unit), _isUnitOnly, _title), _me, CancellationToken.None);
        _title = made.Refusal is null ? null : _title;
        return made.Refusal;
    });

    private Task DissolveAsync() => ActAsync(async () =>
    {
        var ended = await Dissolve.HandleAsync(new UnitId(Unit), _ending!.Id, _me, CancellationToken.None);
        _ending = null;
        return ended.Refusal;
    });

    private async Task ActAsync(Func<Task<Refusal?>> act)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            _refusal = await act();
            if (_refusal is null)
            {
                await LoadAsync();
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
