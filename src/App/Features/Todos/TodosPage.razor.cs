using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.Todos;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>A person's own to-dos. A static page: every act is a form, so it works without scripts and without a circuit.</summary>
public sealed partial class TodosPage : ComponentBase
{
    private const string AddForm = "todo-add";
    private const string ActForm = "todo-act";
    private const string EditForm = "todo-edit";
    private const string UndoForm = "todo-undo";
    private const int PageSize = 100;

    private TodoId _newId = TodoId.New();
    private PersonId _me;
    private DateTimeOffset _now;
    private TodoCounts? _counts;
    private TodoList? _list;
    private TodoView? _removed;
    private Refusal? _addRefusal;
    private Refusal? _editRefusal;
    private Refusal? _refusal;
    private bool _failed;
    private Guid? _editing;

    [Inject]
    internal TodoActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery]
    public string? Edit { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromForm(FormName = AddForm)]
    private TodoFields? New { get; set; }

    [SupplyParameterFromForm(FormName = ActForm)]
    private TodoPressed? Pressed { get; set; }

    [SupplyParameterFromForm(FormName = EditForm)]
    private TodoFields? Changed { get; set; }

    [SupplyParameterFromForm(FormName = UndoForm)]
    private RemovedFields? Removed { get; set; }

    private bool IsDone => Filter == "done";

    private string Here => Address(_editing);

    private string ListAddress => Address(null);

    private string MoreAddress => Address(null, (Asked.Number(Show) ?? PageSize) + PageSize);

    private string? Summary => _counts is null or { Open: 0 } ? null
        : string.Join(T["Todos.Dot"], Parts(_counts));

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        _editing = Asked.Id(Edit);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _now = Acts.Now;
        var loaded = await Loader.TryAsync(async () => new
        {
            Counts = await Acts.CountAsync(_me, CancellationToken.None),
            List = await Acts.ListAsync(new ListTodosRequest(IsDone, Asked.Number(Show) ?? PageSize), _me, CancellationToken.None),
        });
        (_counts, _list, _failed) = (loaded?.Counts, loaded?.List, loaded is null);
    }

    private async Task AddAsync()
    {
        var added = await Acts.AddAsync(New ?? new TodoFields(), _me);
        _addRefusal = added.Refusal;
        _newId = TodoId.New();
        await LoadAsync();
    }

    private async Task ActAsync()
    {
        var acted = await Acts.PressAsync(Pressed ?? new TodoPressed(), _me);
        _refusal = acted.Refusal;
        _removed = acted.Refusal is null && Pressed?.Remove is not null ? acted.Value : null;
        await LoadAsync();
    }

    private async Task ChangeAsync()
    {
        var changed = await Acts.ChangeAsync(Changed ?? new TodoFields(), _me);
        _editRefusal = changed.Refusal;
        _editing = changed.Refusal is null ? null : _editing;

        await LoadAsync();
    }

    private async Task UndoAsync()
    {
        var restored = await Acts.RestoreAsync(Removed ?? new RemovedFields(), _me);
        _refusal = restored.Refusal;
        await LoadAsync();
    }

    private string EditAddress(TodoView todo) => Address(todo.Id.Value);

    private string Address(Guid? edit, int? show = null)
    {
        var parts = new List<string>();
        if (IsDone)
        {
            parts.Add("filter=done");
        }

        if ((show ?? Asked.Number(Show)) is { } rows)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"show={rows}"));
        }

        if (edit is { } id)
        {
            parts.Add($"edit={id}");
        }

        return parts.Count == 0 ? "todos" : "todos?" + string.Join('&', parts);
    }

    private IEnumerable<string> Parts(TodoCounts counts)
    {
        yield return T["Todos.SumOpen", counts.Open];
        if (counts.DueToday > 0)
        {
            yield return T["Todos.SumToday", counts.DueToday];
        }

        if (counts.Overdue > 0)
        {
            yield return T["Todos.SumOverdue", counts.Overdue];
        }
    }
}
