using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What hangs on a person who goes, and the one colleague who gets what is ticked.</summary>
public sealed partial class HandOverFields(ListHandOver list) : ComponentBase
{
    private readonly HashSet<HandOverThing> _ticked = [];
    private IReadOnlyList<HandOverThing>? _things;
    private IReadOnlyList<PersonHit> _heir = [];
    private int _private;
    private bool _failed;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Parameter, EditorRequired]
    public PersonId Person { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>What goes to whom; null while something is ticked and nobody chosen, or while nobody knows what there is.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<HandOverItem>?> OnChosen { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new { Found = await list.HandleAsync(Person, By, CancellationToken.None) });
        _failed = read is null;
        (_things, _private) = read?.Found.Match(found => (found.Things, found.PrivateTodos), _ => ([], 0)) ?? (null, 0);
        await TellAsync();
    }

    private Task TickAsync(HandOverThing thing)
    {
        if (!_ticked.Remove(thing))
        {
            _ticked.Add(thing);
        }

        return TellAsync();
    }

    private Task ChooseAsync(IReadOnlyList<PersonHit> heir)
    {
        _heir = heir;
        return TellAsync();
    }

    private Task TellAsync() => OnChosen.InvokeAsync(_failed || (_ticked.Count > 0 && _heir.Count == 0) ? null
        : [.. _ticked.Select(thing => new HandOverItem(thing.Kind, thing.Id, _heir[0].Id))]);
}
