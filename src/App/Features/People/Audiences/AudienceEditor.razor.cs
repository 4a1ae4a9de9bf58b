using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Edits the rules of an audience in the caller's draft.</summary>
public sealed partial class AudienceEditor : ComponentBase, IDisposable
{
    private const int MaxPeople = 6;
    private const string OnlyUnit = "only";

    private CancellationTokenSource _search = new();
    private SearchHits _hits = SearchHits.None;
    private IReadOnlyList<TagView> _tags = [];
    private string _typed = "";
    private DutyWords _duties = DutyWords.None;
    private bool _none;

    [Inject]
    internal SearchPeople Search { get; set; } = default!;

    [Inject]
    internal ListTags Tags { get; set; } = default!;

    [Inject]
    internal ListDuties Duties { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The draft's rules; changed in place.</summary>
    [Parameter, EditorRequired]
    public required List<AudienceRule> Rules { get; set; }

    [Parameter]
    public Refusal? Refusal { get; set; }

    /// <summary>What no rule at all means; else it means everyone.</summary>
    [Parameter]
    public string? WhenEmpty { get; set; }

    /// <summary>The rules are others now.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    public void Dispose() => _search.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _duties = new DutyWords(await Duties.HandleAsync(CancellationToken.None));
        var seen = await Tags.HandleAsync(null, (await Authentication).User.PersonId(), CancellationToken.None);
        _tags = [.. seen.Where(tag => tag.UnitName is not null)];
    }

    private static bool IsYes(ChangeEventArgs change) => change.Value as string == "yes";

    private static string? Typed(ChangeEventArgs change) => change.Value is string { Length: > 0 } typed ? typed : null;

    private static DivisionLevel? LevelOf(ChangeEventArgs change) =>
        Enum.TryParse<DivisionLevel>(Typed(change), out var level) ? level : null;

    private static string IconOf(AudienceRule rule) => rule.Kind switch
    {
        AudienceTermKind.Everyone => "globe",
        AudienceTermKind.Subtree => "building",
        AudienceTermKind.Duty => "check",
        AudienceTermKind.Person => "user",
        AudienceTermKind.Tag => "tag",
    };

    private async Task FindAsync(ChangeEventArgs change)
    {
        _typed = change.Value as string ?? "";
        await _search.CancelAsync();
        _search.Dispose();
        _search = new CancellationTokenSource();
        var token = _search.Token;
        try
        {
            var me = (await Authentication).User.PersonId();
            var hits = await Search.HandleAsync(new SearchPeopleRequest(_typed, me, MaxPeople), token);
            (_hits, _none) = (hits, hits.IsEmpty && _typed.Trim().Length > 0);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The next letter was faster.
        }
    }

    private Task AddUnitAsync(UnitHit unit) => AddAsync(new AudienceRule(AudienceTermKind.Subtree) { UnitId = unit.Id, Name = unit.Name });

    private Task AddPersonAsync(PersonHit person) => AddAsync(new AudienceRule(AudienceTermKind.Person) { PersonId = person.Id, Name = person.Name });

    private Task AddDutyAsync(ChangeEventArgs change) => Typed(change) is { } code
        ? AddAsync(new AudienceRule(AudienceTermKind.Duty) { Duty = code })
        : Task.CompletedTask;

    private Task AddTagAsync(ChangeEventArgs change) => _tags.FirstOrDefault(tag => tag.Id.ToString() == Typed(change)) is { } chosen
        ? AddAsync(new AudienceRule(AudienceTermKind.Tag) { TagId = chosen.Id, Name = chosen.Name })
        : Task.CompletedTask;

    private Task AddAsync(AudienceRule rule)
    {
        if (!Rules.Contains(rule))
        {
            Rules.Add(rule);
        }

        (_hits, _typed, _none) = (SearchHits.None, "", false);
        return OnChanged.InvokeAsync();
    }

    private Task PutAsync(int place, AudienceRule rule)
    {
        Rules[place] = rule;
        return OnChanged.InvokeAsync();
    }

    private Task DropAsync(int place)
    {
        Rules.RemoveAt(place);
        return OnChanged.InvokeAsync();
    }
}
