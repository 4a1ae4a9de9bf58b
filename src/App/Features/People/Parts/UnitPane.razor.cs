using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One unit: the way to it, what stands below it, its people.</summary>
public sealed partial class UnitPane(
    ReadUnit units, ListUnitChildren children, ListUnitPeople people, ListStars stars, ILogger<UnitPane> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly List<UnitPerson> _rows = [];
    private Virtualize<UnitPerson>? _list;
    private IReadOnlyList<UnitNode> _below = [];
    private IReadOnlySet<PersonId> _stars = new HashSet<PersonId>();
    private UnitView? _unit;
    private string? _missing;
    private int _total;
    private int _version;
    private Line _line;
    private bool _withBelow;
    private bool _failed;

    [Parameter, EditorRequired]
    public UnitId Unit { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    /// <summary>The person whose card is open.</summary>
    [Parameter]
    public PersonId? Person { get; set; }

    [Parameter]
    public int Version { get; set; }

    /// <summary>There is no such unit, and the reader wants to go back to the own one.</summary>
    [Parameter]
    public EventCallback OnHome { get; set; }

    /// <summary>The organisation was changed from here.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_unit is null || _version != Version || _line != Line)
        {
            (_version, _line) = (Version, Line);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            var found = await units.HandleAsync(Unit, Line, By, _closed.Token);
            _missing = found.Refusal is { } refusal ? T.Of(refusal) : null;
            if (_missing is null)
            {
                var below = await children.HandleAsync(new ListUnitChildrenRequest(Unit, Line), By, _closed.Token);
                _below = [.. below.Where(node => node.Kind != UnitKind.Department)];
                await RestartAsync();
                await ReadStarsAsync();
                _unit = found.Value;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private async Task ReadStarsAsync() => _stars = await stars.HandleAsync(By, _closed.Token);

    private async Task RestartAsync()
    {
        var first = await people.HandleAsync(PageAfter(null), By, _closed.Token);
        _rows.Clear();
        _rows.AddRange(first.Rows);
        _total = first.Total;
        if (_list is not null)
        {
            await _list.RefreshDataAsync();
        }
    }

    // Pages go by key: whoever scrolls far reads page after page, and what was read stays.
    private async ValueTask<ItemsProviderResult<UnitPerson>> ProvideAsync(ItemsProviderRequest request)
    {
        while (_rows.Count < request.StartIndex + request.Count && _rows.Count < _total)
        {
            var next = await people.HandleAsync(PageAfter(_rows[^1].PostId), By, request.CancellationToken);
            if (next.Rows.Count == 0)
            {
                break;
            }

            _rows.AddRange(next.Rows);
        }

        return new ItemsProviderResult<UnitPerson>(_rows.Skip(request.StartIndex).Take(request.Count), _total);
    }

    private ListUnitPeopleRequest PageAfter(PostId? last) =>
        new(Unit, last) { Line = Line, WithBelow = _withBelow && _below.Count > 0 };

    private async Task TakeBelowAsync(ChangeEventArgs chosen)
    {
        _withBelow = chosen.Value is true;
        await RestartAsync();
    }

    // Why the way to the unit is empty on the business line.
    private string? NoSuperior(UnitView unit) => Line == Line.Administrative || unit.Path.Count > 1 ? null
        : T[unit.OnBusinessLine ? "People.TopOfBusiness" : "People.NotOnBusiness"];

    private string Counts(UnitView unit) => unit.Departments == 0
        ? T["People.HeadCount", unit.People]
        : T["People.HeadAndDepartments", unit.People, unit.Departments];

    private Task ChangedAsync() => OnChanged.InvokeAsync();
}
