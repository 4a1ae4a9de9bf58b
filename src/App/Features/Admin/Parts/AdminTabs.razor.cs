using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Parts;

/// <summary>The areas of the console. A page that knows the reader's powers says so; else they are asked for.</summary>
public sealed partial class AdminTabs : ComponentBase
{
    private static readonly Area[] _areas =
    [
        new("home", "admin", "Admin.Overview", _ => true),
        new("apps", "admin/apps", "Admin.Applications", powers => powers.MayChangeSettings),
        new("duties", "admin/duties", "Admin.Duties", powers => powers.MayChangeSettings),
        new("people", "admin/people", "Admin.Access", powers => powers.MayManagePeople),
        new("import", "admin/import", "Bulk.Title", powers => powers.MayManagePeople),
        new("ldap", "admin/ldap", "Ldap.Title", powers => powers.MayChangeSettings),
        new("scim", "admin/scim", "Admin.Scim", powers => powers.MayManageUnits),
        new("grants", "admin/grants", "Admin.Grants", _ => true),
        new("visibility", "admin/visibility", "Visibility.Title", powers => powers.MayRuleVisibility),
        new("audit", "admin/audit", "Admin.Audit", powers => powers.MayReadAudit),
    ];

    private OwnPowers? _read;

    [Inject]
    internal ReadOwnPowers Read { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired]
    public string Active { get; set; } = "";

    /// <summary>Known to be a province administrator, who may do everything.</summary>
    [Parameter]
    public bool IsProvince { get; set; }

    [Parameter]
    public OwnPowers? Powers { get; set; }

    private IEnumerable<Area> Shown => _areas.Where(area =>
        area.Name == Active || IsProvince || ((Powers ?? _read) is { } powers && area.IsOpenTo(powers)));

    protected override async Task OnInitializedAsync()
    {
        if (!IsProvince && Powers is null)
        {
            var me = (await Authentication).User.PersonId();
            var read = await Loader.TryAsync(async () => new { Powers = await Read.HandleAsync(me, CancellationToken.None) });
            _read = read is { Powers.Refusal: null } ? read.Powers.Value : null;
        }
    }

    private sealed record Area(string Name, string Href, string TextKey, Func<OwnPowers, bool> IsOpenTo);
}
