using HaiZhengTong.App.Features.People.Visibility;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>Who may see whom: the rules one may change, and what they come to. For whoever may change none it does not exist.</summary>
public sealed partial class VisibilityPage : ConsolePage
{
    private VisibilityRuleList? _first;

    [Inject]
    internal VisibilityActs Acts { get; set; } = default!;

    protected override Task LoadAsync() =>
        ShowAsync(() => Acts.List.HandleAsync(new ListVisibilityRulesRequest(), Me, CancellationToken.None), found => _first = found);
}
