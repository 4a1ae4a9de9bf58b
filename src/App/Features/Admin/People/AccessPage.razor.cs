using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>Shuts people of the own subtrees out and lets them in again.</summary>
public sealed partial class AccessPage : ComponentBase
{
    private const string ActForm = "access-act";

    private PersonId _me;
    private bool _isProvince;
    private IReadOnlyList<ManagedPerson>? _people;
    private string? _note;
    private bool _isRefused;
    private bool _failed;

    [Inject]
    internal FindManagedPeople Find { get; set; } = default!;

    [Inject]
    internal ReadOwnPowers Powers { get; set; } = default!;

    [Inject]
    internal AccessActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Whom to ask about before shutting out.</summary>
    [SupplyParameterFromQuery]
    public Guid? Ask { get; set; }

    /// <summary>Whom to ask about before giving a fresh password.</summary>
    [SupplyParameterFromQuery]
    public Guid? Reset { get; set; }

    [SupplyParameterFromForm(FormName = ActForm)]
    private AccessPressed? Pressed { get; set; }

    private bool IsSearch => !string.IsNullOrWhiteSpace(Query);

    private string Here => IsSearch ? $"admin/people?q={Uri.EscapeDataString(Query!)}" : "admin/people";

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private string AskAddress(string about, ManagedPerson person) => $"{Here}{(IsSearch ? '&' : '?')}{about}={person.Id}";

    private async Task ActAsync()
    {
        var pressed = Pressed ?? new AccessPressed();
        var acted = await Acts.PressAsync(pressed, _me);
        _isRefused = acted.Refusal is not null;
        _note = acted.Refusal is { } refusal ? T.Of(refusal)
            : acted.Value is { } password ? T["Admin.FreshPassword", password]
            : T[pressed.Disable is not null ? "Admin.Disabled" : "Admin.Enabled"];
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new
        {
            Powers = await Powers.HandleAsync(_me, CancellationToken.None),
            People = await Find.HandleAsync(new FindManagedPeopleRequest(Query), _me, CancellationToken.None),
        });
        _failed = read is null;
        if (read is null)
        {
            return;
        }

        if (read.People.Refusal is not null || read.Powers.Refusal is not null)
        {
            Navigation.NotFound();
            return;
        }

        (_isProvince, _people) = (read.Powers.Value.IsProvince, read.People.Value.Items);
    }
}
