using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People.Bulk;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Ldap.Parts;

/// <summary>Shows a report a page at a time and takes the word to write it.</summary>
public sealed partial class LdapResult : ComponentBase
{
    private ImportFate? _shown = ImportFate.Added;
    private LdapReport? _seen;
    private bool _agreed;
    private int _page;

    private int Pages => ((_shown is { } fate ? Report.Entries.First(fate).Count : Report.Missing.Count) + LdapReport.PageSize - 1) / LdapReport.PageSize;

    [Inject]
    internal Texts T { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Source { get; set; } = "";

    [Parameter]
    public bool IsWritten { get; set; }

    /// <summary>To be written; true when the person agreed that so much went missing.</summary>
    [Parameter, EditorRequired]
    public EventCallback<bool> OnWrite { get; set; }

    [Parameter, EditorRequired]
    public LdapReport Report { get; set; } = default!;

    // Of another report nothing is agreed to yet, and what needs looking at is shown first.
    protected override void OnParametersSet()
    {
        if (_seen != Report)
        {
            (_seen, _agreed, _page) = (Report, false, 0);
            _shown = Report[ImportFate.Refused] > 0 ? ImportFate.Refused : Report[ImportFate.Added] > 0 || Report.Missing.Count == 0 ? ImportFate.Added : null;
        }
    }

    private string Shown(string value) => value.Length == 0 ? T["Bulk.Nothing"] : value;
}
