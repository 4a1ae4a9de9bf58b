using System.Globalization;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>All applications of the launcher, to be changed.</summary>
public sealed partial class ApplicationsPage : ConsolePage
{
    private const int PageSize = 100;

    private RegisteredApplicationList? _list;
    private DutyWords _duties = DutyWords.None;

    [Inject]
    internal ListRegisteredApplications List { get; set; } = default!;

    [Inject]
    internal ListDuties Duties { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    private string MoreAddress => string.Create(
        CultureInfo.InvariantCulture, $"admin/apps?q={Uri.EscapeDataString(Query ?? "")}&show={(Asked.Number(Show) ?? PageSize) + (2 * PageSize)}");

    protected override async Task LoadAsync()
    {
        if (await Loader.TryAsync(() => Duties.HandleAsync(CancellationToken.None)) is { } duties)
        {
            _duties = new DutyWords(duties);
        }

        await ShowAsync(
            () => List.HandleAsync(new ListRegisteredApplicationsRequest(Query, Asked.Number(Show) ?? PageSize), Me, CancellationToken.None), list => _list = list);
    }
}
