using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Launcher;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Where an application is registered or changed; the form itself is live.</summary>
public sealed partial class ApplicationPage : ComponentBase
{
    private bool _mayEdit;
    private bool _failed;

    [Inject]
    internal ReadRegisteredApplication Read { get; set; } = default!;

    [Inject]
    internal Powers Powers { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await Authentication).User.PersonId();
        var read = await Loader.TryAsync(async () => new { IsThere = await IsThereAsync() });
        _failed = read is null;
        _mayEdit = read is { IsThere: true };
        if (read is { IsThere: false })
        {
            Navigation.NotFound();
        }

        async Task<bool> IsThereAsync() => Id is { } id
            ? (await Read.HandleAsync(new OaApplicationId(id), me, CancellationToken.None)).Refusal is null
            : await Powers.IsProvinceAdministratorAsync(me, CancellationToken.None);
    }
}
