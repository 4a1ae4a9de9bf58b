using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Duties;

/// <summary>The dictionary of duties, for the province's administrators.</summary>
public sealed partial class DutiesPage : ComponentBase
{
    private bool _mayEdit;
    private bool _failed;

    [Inject]
    internal Powers Powers { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await Authentication).User.PersonId();
        var read = await Loader.TryAsync(async () => new { May = await Powers.MayChangeSettingsAsync(me, CancellationToken.None) });
        _failed = read is null;
        _mayEdit = read is { May: true };
        if (read is { May: false })
        {
            Navigation.NotFound();
        }
    }
}
