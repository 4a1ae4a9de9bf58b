using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>Chooses who looks and at what, and shows what comes of the rules, with the deciding one.</summary>
public sealed partial class ExplainPane : ComponentBase
{
    private IReadOnlyList<PersonHit> _readers = [];
    private IReadOnlyList<PersonHit> _people = [];
    private SightExplanation? _answer;
    private UnitHit? _unit;
    private PersonId _me;
    private string? _why;
    private bool _atPerson = true;
    private bool _failed;
    private bool _busy;

    [Inject]
    internal VisibilityActs Acts { get; set; } = default!;

    [Inject]
    internal FindAdministeredUnits Find { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync() => _me = (await Authentication).User.PersonId();

    private Task<IReadOnlyList<UnitHit>> FindAsync(string typed) => Find.HandleAsync(typed, _me, CancellationToken.None);

    private async Task AskAsync()
    {
        (_answer, _failed) = (null, false);
        if (_readers.Count == 0 || (_atPerson ? _people.Count == 0 : _unit is null))
        {
            _why = T["Visibility.AskNeedsBoth"];
            return;
        }

        _busy = true;
        var target = _atPerson ? new VisibilityTarget(null, _people[0].Id) : new VisibilityTarget(_unit!.Id, null);
        var read = await Loader.TryAsync(async () => new
        {
            Answer = await Acts.Explain.HandleAsync(new ExplainSightRequest(_readers[0].Id, target), _me, CancellationToken.None),
        });
        _busy = false;
        _failed = read is null;
        _why = read?.Answer.Refusal is { } refusal ? T.Of(refusal) : null;
        _answer = read is { Answer.Refusal: null } ? read.Answer.Value : null;
    }
}
