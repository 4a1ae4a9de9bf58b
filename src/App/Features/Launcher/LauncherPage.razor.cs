using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Launcher;

/// <summary>Every application the person may open. A static page; launcher.ts filters it while one types.</summary>
public sealed partial class LauncherPage : ComponentBase
{
    private const string ActForm = "app-act";

    private PersonId _me;
    private ApplicationList? _list;
    private List<(string Category, int Place, List<ApplicationTile> Tiles)> _groups = [];
    private Refusal? _refusal;
    private bool _failed;

    [Inject]
    internal LauncherActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>True while the favourites are put in order.</summary>
    [SupplyParameterFromQuery]
    public string? Arrange { get; set; }

    [SupplyParameterFromForm(FormName = ActForm)]
    private AppPressed? Pressed { get; set; }

    private string? Typed => string.IsNullOrWhiteSpace(Query) ? null : Query;

    private bool IsArranging => Asked.IsTrue(Arrange);

    private string Here => Typed is not null ? $"apps?q={Uri.EscapeDataString(Typed)}" : IsArranging ? "apps?arrange=true" : "apps";

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private async Task ActAsync()
    {
        var acted = await Acts.PressAsync(Pressed ?? new AppPressed(), _me);
        _refusal = acted.Refusal;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _list = await Loader.TryAsync(() => Acts.ListAsync(Typed, _me, CancellationToken.None));
        _failed = _list is null;
        _groups = [.. (_list?.Tiles ?? [])
            .GroupBy(tile => tile.Category)
            .Select((group, place) => (group.Key, place, group.ToList()))];
    }
}
