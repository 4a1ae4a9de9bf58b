using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>The console's first page: what one may manage, and where. For everybody else it does not exist.</summary>
public sealed partial class AdminPage : ComponentBase
{
    private OwnPowers? _powers;
    private bool _failed;

    [Inject]
    internal ReadOwnPowers Read { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await Authentication).User.PersonId();
        var read = await Loader.TryAsync(async () => new { Powers = await Read.HandleAsync(me, CancellationToken.None) });
        _failed = read is null;
        if (read?.Powers.Refusal is not null)
        {
            Navigation.NotFound();
            return;
        }

        _powers = read?.Powers.Value;
    }
}
