using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>Shuts people of the own subtrees out and lets them in again.</summary>
public sealed partial class AccessPage : ConsolePage
{
    private const string ActForm = "access-act";

    private bool _isProvince;
    private IReadOnlyList<ManagedPerson>? _people;
    private string? _note;
    private bool _isRefused;

    [Inject]
    internal FindManagedPeople Find { get; set; } = default!;

    [Inject]
    internal ReadOwnPowers Powers { get; set; } = default!;

    [Inject]
    internal AccessActs Acts { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Whom to ask about before shutting out.</summary>
    [SupplyParameterFromQuery]
    public string? Ask { get; set; }

    /// <summary>Whom to ask about before giving a fresh password.</summary>
    [SupplyParameterFromQuery]
    public string? Reset { get; set; }

    [SupplyParameterFromForm(FormName = ActForm)]
    private AccessPressed? Pressed { get; set; }

    private bool IsSearch => !string.IsNullOrWhiteSpace(Query);

    private string Here => IsSearch ? $"admin/people?q={Uri.EscapeDataString(Query!)}" : "admin/people";

    protected override Task LoadAsync() => ShowAsync(FindAsync, found => (_isProvince, _people) = found);

    private string AskAddress(string about, ManagedPerson person) => $"{Here}{(IsSearch ? '&' : '?')}{about}={person.Id}";

    private async Task ActAsync()
    {
        var pressed = Pressed ?? new AccessPressed();
        var acted = await Acts.PressAsync(pressed, Me);
        _isRefused = acted.Refusal is not null;
        _note = acted.Refusal is { } refusal ? T.Of(refusal)
            : acted.Value is { } password ? T["Admin.FreshPassword", password]
            : T[pressed.Disable is not null ? "Admin.Disabled" : "Admin.Enabled"];
        await LoadAsync();
    }

    private async Task<Result<(bool IsProvince, IReadOnlyList<ManagedPerson> People)>> FindAsync()
    {
        var powers = await Powers.HandleAsync(Me, CancellationToken.None);
        var people = await Find.HandleAsync(new FindManagedPeopleRequest(Query), Me, CancellationToken.None);
        return (powers.Refusal ?? people.Refusal) is { } refusal ? refusal : (powers.Value.IsProvince, people.Value.Items);
    }
}
