using HaiZhengTong.App.Features.People.Contacts;
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
            _unit = (await units.HandleAsync(unit, By, CancellationToken.None)).Match<UnitView?>(found => found, _ => null);
        }

        await LoadAsync();
    }

    private async Task LoadAsync() => _tags = await tags.HandleAsync(Person, By, CancellationToken.None);

    private async Task PutAsync(TagView tag)
    {
        await ShowAsync((await put.HandleAsync(new PutTagRequest(tag.Id, Person, !tag.IsOn), By, CancellationToken.None)).Refusal);
        await LoadAsync();
    }

    private async Task MakeAsync()
    {
        var made = await make.HandleAsync(new MakeTagRequest(_name, _forUnit == "yes" ? Unit : null), By, CancellationToken.None);
        await ShowAsync(made.Refusal);
        if (made.Refusal is null)
        {
            _name = "";
            await ShowAsync((await put.HandleAsync(new PutTagRequest(made.Value, Person, IsOn: true), By, CancellationToken.None)).Refusal);
            await LoadAsync();
        }
    }

    private async Task ShowAsync(Refusal? refusal)
    {
        if (refusal is not null)
        {
            await Toasts.ShowBadAsync(T.Of(refusal));
        }
    }
}
