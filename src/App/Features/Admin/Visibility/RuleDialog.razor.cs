using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>
/// Makes a rule, or changes its reason and its exceptions. When somebody was faster, both versions are shown and one of
/// them is chosen; what was typed stays until then.
/// </summary>
public sealed partial class RuleDialog : ComponentBase
{
    private readonly VisibilityRuleId _id = VisibilityRuleId.New();
    private IReadOnlyList<PersonHit> _people = [];
    private List<AudienceRule> _except = [];
    private DutyWords _duties = DutyWords.None;
    private VisibilityRuleView? _known;
    private VisibilityRuleView? _theirs;
    private VisibilityRuleKind _kind;
    private UnitHit? _unit;
    private Refusal? _ofExceptions;
    private string _reason = "";
    private string? _why;
    private bool _aboutPerson;
    private bool _busy;

    [Inject]
    internal VisibilityActs Acts { get; set; } = default!;

    [Inject]
    internal FindAdministeredUnits Find { get; set; } = default!;

    [Inject]
    internal ListDuties Duties { get; set; } = default!;

    /// <summary>Who decides.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The rule to be changed; null for a new one.</summary>
    [Parameter]
    public VisibilityRuleView? Rule { get; set; }

    /// <summary>Closed, and whether something was saved.</summary>
    [Parameter]
    public EventCallback<bool> OnClose { get; set; }

    private bool IsOfEither => _kind is VisibilityRuleKind.HideMobile or VisibilityRuleKind.ShieldLeaders;

    private bool IsAboutPerson => _kind == VisibilityRuleKind.HidePerson || (IsOfEither && _aboutPerson);

    protected override async Task OnInitializedAsync()
    {
        if (Rule is { } rule)
        {
            Take(rule);
        }

        _duties = new DutyWords(await Duties.HandleAsync(CancellationToken.None));
    }

    private Task<IReadOnlyList<UnitHit>> FindAsync(string typed) => Find.HandleAsync(typed, By, CancellationToken.None);

    private void Take(VisibilityRuleView rule) =>
        (_known, _reason, _except, _theirs, _why) = (rule, rule.Reason, RuleWords.Named(T, rule), null, null);

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        if (_known is null && (IsAboutPerson ? _people.Count == 0 : _unit is null))
        {
            _why = T[IsAboutPerson ? "Visibility.NeedsPerson" : "Visibility.NeedsUnit"];
            return;
        }

        _busy = true;
        var refusal = _known is { } rule ? await ChangeAsync(rule) : await AddAsync();
        _busy = false;
        if (refusal is null)
        {
            await OnClose.InvokeAsync(true);
            return;
        }

        var isOfExceptions = refusal.TextKey.StartsWith("Audience.", StringComparison.Ordinal);
        (_ofExceptions, _why) = (isOfExceptions ? refusal : null, isOfExceptions ? null : T.Of(refusal));
    }

    private async Task<Refusal?> AddAsync()
    {
        var target = IsAboutPerson ? new VisibilityTarget(null, _people[0].Id) : new VisibilityTarget(_unit!.Id, null);
        var request = new AddVisibilityRuleRequest(_id, _kind, target, _except, _reason);
        return (await Acts.Add.HandleAsync(request, By, CancellationToken.None)).Refusal;
    }

    private async Task<Refusal?> ChangeAsync(VisibilityRuleView rule)
    {
        var version = _theirs?.Version ?? rule.Version;
        var changed = await Acts.Change.HandleAsync(new ChangeVisibilityRuleRequest(rule.Id, _except, _reason, version), By, CancellationToken.None);
        if (changed.Refusal is { Kind: RefusalKind.Conflict })
        {
            var now = await Acts.List.HandleAsync(new ListVisibilityRulesRequest(Only: rule.Id), By, CancellationToken.None);
            _theirs = now.Match(found => found.Rules.Count > 0 ? found.Rules[0] : null, _ => null);
        }

        return changed.Refusal;
    }
}
