using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>All applications of the launcher, to be changed.</summary>
public sealed partial class ApplicationsPage : ComponentBase
{
    private const int PageSize = 100;

    private RegisteredApplicationList? _list;
    private bool _failed;

    [Inject]
    internal ListRegisteredApplications List { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery]
    public int? Show { get; set; }

    private string MoreAddress => string.Create(
        CultureInfo.InvariantCulture, $"admin/apps?q={Uri.EscapeDataString(Query ?? "")}&show={(Show ?? PageSize) + (2 * PageSize)}");

    protected override async Task OnInitializedAsync()
    {
        var me = (await Authentication).User.PersonId();
        var request = new ListRegisteredApplicationsRequest(Query, Show ?? PageSize);
        var read = await Loader.TryAsync(async () => new { List = await List.HandleAsync(request, me, CancellationToken.None) });
        _failed = read is null;
        if (read?.List.Refusal is not null)
        {
            Navigation.NotFound();
            return;
        }

        _list = read?.List.Value;
    }
}
