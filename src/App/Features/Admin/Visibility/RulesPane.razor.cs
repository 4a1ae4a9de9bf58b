using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>Lists the rules an administrator may change and lets them be made, changed and removed.</summary>
public sealed partial class RulesPane : ComponentBase
{
    private List<VisibilityRuleView>? _rules;
    private VisibilityRuleView? _editing;
    private VisibilityRuleView? _removing;
    private DutyWords _duties = DutyWords.None;
    private PersonId _me;
    private string? _why;
    private bool _adding;
    private bool _hasMore;
    private bool _failed;
    private bool _busy;

    [Inject]
    internal VisibilityActs Acts { get; set; } = default!;

    [Inject]
    internal ListDuties Duties { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal Toasts Toasts { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private static string? HrefOf(VisibilityRuleView rule) => rule switch
    {
        { TargetName.Length: 0 } => null,
        { Target.Unit: { } unit } => $"people/units/{unit}",
        _ => $"people/{rule.Target.Person}",
    };

    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new
        {
            Duties = await Duties.HandleAsync(CancellationToken.None),
            Answer = await Acts.List.HandleAsync(new ListVisibilityRulesRequest(), _me, CancellationToken.None),
        });
        _failed = read is null;
        if (read is not null)
        {
            _duties = new DutyWords(read.Duties);
            Show([], read.Answer);
        }
    }

    private async Task MoreAsync()
    {
        _busy = true;
        var shown = _rules!;
        Show(shown, await Acts.List.HandleAsync(new ListVisibilityRulesRequest(shown[^1].Id), _me, CancellationToken.None));
        _busy = false;
    }

    // Whoever may no longer list them is shown none.
    private void Show(List<VisibilityRuleView> before, Result<VisibilityRuleList> answer) =>
        (_rules, _hasMore) = answer.Match<(List<VisibilityRuleView>, bool)>(
            found => ([.. before, .. found.Rules], found.HasMore), _ => ([], false));

    private async Task ClosedAsync(bool changed)
    {
        (_adding, _editing) = (false, null);
        if (changed)
        {
            await LoadAsync();
            await Toasts.ShowAsync(T["Visibility.Saved"]);
        }
    }

    private async Task RemoveAsync()
    {
        if (_busy || _removing is not { } rule)
        {
            return;
        }

        _busy = true;
        var removed = await Acts.Remove.HandleAsync(new RemoveVisibilityRuleRequest(rule.Id, rule.Version), _me, CancellationToken.None);
        _why = removed.Refusal is { } refusal ? T.Of(refusal) : null;
        await LoadAsync();
        _busy = false;
        if (_why is null)
        {
            _removing = null;
            await Toasts.ShowAsync(T["Visibility.Removed"]);
        }
        else if (_rules?.Find(row => row.Id == rule.Id) is { } now)
        {
            // The question is asked again about what the rule says now.
            _removing = now;
        }
    }
}
