using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What an administrator can do with a unit.</summary>
public sealed partial class UnitMenu
{
    private Open _open;

    private enum Open
    {
        None,
        AddPerson,
        AddPost,
        Order,
        Return,
        Changes,
        AddUnit,
        Rename,
        Move,
        Guide,
        Merge,
        Split,
        Dissolve,
    }

    [Parameter, EditorRequired]
    public required UnitView Unit { get; set; }

    /// <summary>The administrator.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private async Task CloseAsync(bool changed)
    {
        _open = Open.None;
        if (changed)
        {
            await OnChanged.InvokeAsync();
        }
    }
}
