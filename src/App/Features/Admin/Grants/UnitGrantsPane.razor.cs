using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Grants;

/// <summary>Shows who administers a unit and lets those who may give and take roles.</summary>
public sealed partial class UnitGrantsPane : ComponentBase
{
    private PersonId _me;
    private UnitId _unit;
    private UnitHit? _chosen;
    private UnitGrants? _found;
    private UnitGrant? _revoking;
    private string? _missing;
    private string? _why;
    private bool _failed;
    private bool _granting;
    private bool _busy;

    [Inject]
    internal ListSeenGrants List { get; set; } = default!;

    [Inject]
    internal RevokeRole Revoke { get; set; } = default!;

    [Inject]
    internal FindAdministeredUnits Find { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal Toasts Toasts { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The unit asked about first.</summary>
    [Parameter, EditorRequired]
    public Guid Unit { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        _unit = new UnitId(Unit);
        await LoadAsync();
    }

    private Task<IReadOnlyList<UnitHit>> FindAsync(string typed) => Find.HandleAsync(typed, _me, CancellationToken.None);

    private Task ChooseAsync(UnitHit? unit)
    {
        if (unit is null)
        {
            return Task.CompletedTask;
        }

        (_chosen, _unit, _found) = (unit, unit.Id, null);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = _unit;
        var read = await Loader.TryAsync(async () => new { Answer = await List.HandleAsync(asked, _me, CancellationToken.None) });
        if (asked != _unit)
        {
            return;
        }

        _failed = read is null;
        _missing = read?.Answer.Refusal is { } refusal ? T.Of(refusal) : null;
        _found = read is { Answer.Refusal: null } ? read.Answer.Value : null;
    }

    private async Task GrantedAsync(bool changed)
    {
        _granting = false;
        if (changed)
        {
            await LoadAsync();
            await Toasts.ShowAsync(T["Admin.Granted"]);
        }
    }

    private async Task RevokeAsync()
    {
        if (_busy || _revoking is not { } grant)
        {
            return;
        }

        _busy = true;
        var revoked = await Revoke.HandleAsync(
            new RevokeRoleRequest(grant.Person, grant.From, grant.Role, grant.Line), _me, CancellationToken.None);
        _busy = false;
        _why = revoked.Refusal is { } refusal ? T.Of(refusal) : null;
        if (_why is null)
        {
            _revoking = null;
            await LoadAsync();
            await Toasts.ShowAsync(T["Admin.Revoked"]);
        }
    }
}
