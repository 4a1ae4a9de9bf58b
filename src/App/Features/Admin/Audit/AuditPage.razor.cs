using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Every management act, newest first.</summary>
public sealed partial class AuditPage : ConsolePage
{
    private AuditRows? _page;

    [Inject]
    internal ListAudit List { get; set; } = default!;

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

    protected override Task LoadAsync()
    {
        var request = new ListAuditRequest(Area is not null && AuditWords.Areas.Contains(Area) ? Area : null, Day(From), Day(To), Before);
        return ShowAsync(() => List.HandleAsync(request, Me, CancellationToken.None), page => _page = page);
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null;

    private string PageAddress(long before) => string.Create(
        CultureInfo.InvariantCulture,
        $"admin/audit?area={Uri.EscapeDataString(Area ?? "")}&from={Uri.EscapeDataString(From ?? "")}&to={Uri.EscapeDataString(To ?? "")}&before={before}");
}
