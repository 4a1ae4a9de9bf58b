using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What two people wrote at the same time, to be decided field by field.</summary>
public sealed partial class ClashFields
{
    private ChangeView? _last;
    private IReadOnlyList<DutyView> _duties = [];

    [Parameter, EditorRequired]
    public required Clash Clash { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The unit both changed.</summary>
    [Parameter]
    public UnitId? Unit { get; set; }

    /// <summary>The person both changed.</summary>
    [Parameter]
    public PersonId? Person { get; set; }

    /// <summary>One more field is decided.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // Without who it was and without the dictionary the values still stand beside each other.
        _duties = await Loader.TryAsync(() => Duties.HandleAsync(CancellationToken.None)) ?? [];
        var read = await Loader.TryAsync(async () => new { Changes = await List.HandleAsync(new ListChangesRequest(Person, Unit), By, CancellationToken.None) });
        _last = read?.Changes.Match<ChangeView?>(page => page.Changes.FirstOrDefault(change => change.State == DirectoryChangeState.Done), _ => null);
    }

    private Task DecideAsync(ClashField field, bool mine)
    {
        field.IsMine = mine;
        return OnDecided.InvokeAsync();
    }

    private string Words(ClashField field, string? value) => string.IsNullOrEmpty(value) ? T["People.ClashNone"] : ChangeWords.Value(T, _duties, field.Name, value);
}
