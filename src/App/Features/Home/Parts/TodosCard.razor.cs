using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Home.Parts;

/// <summary>What is to be done next; ticked off right on the workbench.</summary>
public sealed partial class TodosCard : ComponentBase
{
    private const string ActForm = "wb-todo";
    private const int Shown = 5;

    private TodoList? _list;
    private TodoCounts? _counts;
    private TodoView? _ticked;
    private Refusal? _refusal;
    private bool _failed;

    [Inject]
    internal TodoActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [SupplyParameterFromForm(FormName = ActForm)]
    private TodoPressed? Pressed { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task ActAsync()
    {
        var acted = await Acts.PressAsync(Pressed ?? new TodoPressed(), Me);
        _refusal = acted.Refusal;
        _ticked = acted.Refusal is null && acted.Value.DoneAt is not null ? acted.Value : null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var loaded = await Loader.TryAsync(async () => new
        {
            Counts = await Acts.CountAsync(Me, CancellationToken.None),
            List = await Acts.ListAsync(new ListTodosRequest(IsDone: false, Shown), Me, CancellationToken.None),
        });
        (_counts, _list, _failed) = (loaded?.Counts, loaded?.List, loaded is null);
    }
}
