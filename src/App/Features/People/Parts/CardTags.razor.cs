using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>The tags on a card, and the ones that may be put on it.</summary>
public sealed partial class CardTags(ListTags tags, PutTag put, MakeTag make, ReadUnit units) : ComponentBase
{
    private IReadOnlyList<TagView> _tags = [];
    private UnitView? _unit;
    private string _name = "";
    private string _forUnit = "no";
    private bool _edits;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    [Parameter, EditorRequired]
    public PersonId Person { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The unit of the person's main post: its administrators make tags for it.</summary>
    [Parameter]
    public UnitId? Unit { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Unit is { } unit)
        {
            var read = await Loader.TryAsync(async () => new { Found = await units.HandleAsync(unit, By, CancellationToken.None) });
            _unit = read?.Found.Match<UnitView?>(found => found, _ => null);
        }

        await LoadAsync();
    }

    // A card without tags is a card still: what could not be read stays as it was.
    private async Task LoadAsync() => _tags = await Loader.TryAsync(() => tags.HandleAsync(Person, By, CancellationToken.None)) ?? _tags;

    private async Task PutAsync(TagView tag)
    {
        await DoAsync(() => put.HandleAsync(new PutTagRequest(tag.Id, Person, !tag.IsOn), By, CancellationToken.None));
        await LoadAsync();
    }

    private async Task MakeAsync()
    {
        var made = default(PersonTagId);
        if (await DoAsync(async () =>
        {
            var result = await make.HandleAsync(new MakeTagRequest(_name, _forUnit == "yes" ? Unit : null), By, CancellationToken.None);
            made = result.Match(id => id, _ => default);
            return result;
        }))
        {
            _name = "";
            await DoAsync(() => put.HandleAsync(new PutTagRequest(made, Person, IsOn: true), By, CancellationToken.None));
            await LoadAsync();
        }
    }

    // Whether it was done; why not is said, and what was typed stays.
    private async Task<bool> DoAsync<T>(Func<Task<Result<T>>> act)
    {
        var done = await Loader.TryAsync(async () => new { (await act()).Refusal });
        if (done is { Refusal: null })
        {
            return true;
        }

        await Toasts.ShowBadAsync(done?.Refusal is { } refusal ? Texts.Of(refusal) : Texts["Ui.NotDone"]);
        return false;
    }
}
