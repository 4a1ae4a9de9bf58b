using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Admin;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>The audit, newest first, to be searched and exported.</summary>
public sealed partial class AuditPage : ConsolePage
{
    private AuditRows? _page;

    [Inject]
    internal ListAudit List { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    [SupplyParameterFromQuery]
    public string? Area { get; set; }

    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    [SupplyParameterFromQuery]
    public string? Result { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    [SupplyParameterFromQuery]
    public string? Check { get; set; }

    private AuditResult? Outcome => Query.Request(null).Search.Result;

    private AuditQuery Query => new(Who, Area, Subject, Result, From, To);

    protected override Task LoadAsync() =>
        ShowAsync(() => List.HandleAsync(Query.Request(Asked.Place(Before)), Me, CancellationToken.None), page => _page = page);

    private string Address(string page, long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Query.Parts().Append(("before", before?.ToString(CultureInfo.InvariantCulture))))
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return page + query.ToQueryString();
    }
}
