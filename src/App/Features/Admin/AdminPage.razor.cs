using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>The console's first page: what one may manage, and where. For everybody else it does not exist.</summary>
public sealed partial class AdminPage : ConsolePage
{
    private OwnPowers? _powers;

    [Inject]
    internal ReadOwnPowers Read { get; set; } = default!;

    protected override Task LoadAsync() => ShowAsync(() => Read.HandleAsync(Me, CancellationToken.None), powers => _powers = powers);
}
