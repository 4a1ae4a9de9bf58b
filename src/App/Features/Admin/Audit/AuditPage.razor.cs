using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Every management act, newest first.</summary>
public sealed partial class AuditPage : ComponentBase
{
    private AuditRows? _page;
    private bool _failed;

    [Inject]
    internal ListAudit List { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery]
    public string? Area { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [SupplyParameterFromQuery]
    public bool Check { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await Authentication).User.PersonId();
        var request = new ListAuditRequest(Area is not null && AuditWords.Areas.Contains(Area) ? Area : null, Day(From), Day(To), Before);
        var read = await Loader.TryAsync(async () => new { Page = await List.HandleAsync(request, me, CancellationToken.None) });
        _failed = read is null;
        if (read?.Page.Refusal is not null)
        {
            Navigation.NotFound();
            return;
        }

        _page = read?.Page.Value;
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null;

    private string PageAddress(long before) => string.Create(
        CultureInfo.InvariantCulture,
        $"admin/audit?area={Uri.EscapeDataString(Area ?? "")}&from={Uri.EscapeDataString(From ?? "")}&to={Uri.EscapeDataString(To ?? "")}&before={before}");
}
