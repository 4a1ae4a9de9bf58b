using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Grants;

/// <summary>Both readings of delegation: who administers a unit, and what one may administer. For whoever administers nothing it does not exist.</summary>
public sealed partial class GrantsPage : ConsolePage
{
    private OwnPowers? _powers;

    [Inject]
    internal ReadOwnPowers Read { get; set; } = default!;

    /// <summary>The unit asked about; none: the first one administers.</summary>
    [SupplyParameterFromQuery]
    public string? Unit { get; set; }

    protected override Task LoadAsync() => ShowAsync(() => Read.HandleAsync(Me, CancellationToken.None), powers => _powers = powers);
}
