using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Grants;

/// <summary>Asks to whom, which role, over which unit and in which line; a refusal stays in the dialog with all that was chosen.</summary>
public sealed partial class GrantDialog : ComponentBase
{
    private IReadOnlyList<AdminRole> _roles = AdminRights.HandedOn;
    private IReadOnlyList<PersonHit> _people = [];
    private AdminRole _role = AdminRole.Unit;
    private Line _line;
    private UnitHit? _unit;
    private string? _why;
    private bool _busy;

    [Inject]
    internal GrantRole Grant { get; set; } = default!;

    [Inject]
    internal ReadOwnPowers Read { get; set; } = default!;

    [Inject]
    internal FindAdministeredUnits Find { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    /// <summary>Who grants.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The unit offered first.</summary>
    [Parameter, EditorRequired]
    public required UnitHit Unit { get; set; }

    /// <summary>Closed, and whether something was granted.</summary>
    [Parameter]
    public EventCallback<bool> OnClose { get; set; }

    private bool HasPlace => !AdminRights.IsForTheProvince(_role);

    protected override async Task OnInitializedAsync()
    {
        _unit = Unit;
        var read = await Loader.TryAsync(async () => new { Powers = await Read.HandleAsync(By, CancellationToken.None) });
        if (read is { Powers.Refusal: null } && read.Powers.Value.MayGrantEverything)
        {
            _roles = [.. AdminRights.HandedOn, .. Enum.GetValues<AdminRole>().Where(AdminRights.IsForTheProvince)];
        }
    }

    private Task<IReadOnlyList<UnitHit>> FindAsync(string typed) => Find.HandleAsync(typed, By, CancellationToken.None);

    private async Task GrantAsync()
    {
        if (_busy)
        {
            return;
        }

        if (_people.Count == 0 || (HasPlace && _unit is null))
        {
            _why = T[_people.Count == 0 ? "Admin.GrantNeedsPerson" : "Admin.GrantNeedsUnit"];
            return;
        }

        _busy = true;
        var granted = await Grant.HandleAsync(new GrantRoleRequest(_people[0].Id, _role, _unit?.Id, _line), By, CancellationToken.None);
        _busy = false;
        _why = granted.Refusal is { } refusal ? T.Of(refusal) : null;
        if (_why is null)
        {
            await OnClose.InvokeAsync(true);
        }
    }
}
