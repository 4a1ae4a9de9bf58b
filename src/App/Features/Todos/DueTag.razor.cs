using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Todos;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Todos;

/// <summary>The due time of a to-do, as a tag when it is near or past.</summary>
public sealed partial class DueTag : ComponentBase
{
    private string _class = "";
    private string _words = "";

    [Parameter, EditorRequired]
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The moment it is looked at.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>A done one is neither near nor late.</summary>
    [Parameter]
    public bool IsDone { get; set; }

    protected override void OnParametersSet()
    {
        if (DueAt is not { } due)
        {
            return;
        }

        var local = ChinaTime.Of(due);
        var day = T[local.Year == ChinaTime.Of(Now).Year ? "Todos.Day" : "Todos.DayOfYear", local];
        var hour = local is { Hour: 23, Minute: 59 } ? "" : T["Todos.Hour", local];
        (_class, _words) = (IsDone ? DueState.Later : DueStates.Of(due, Now)) switch
        {
            DueState.Overdue => ("tag r", T["Todos.Overdue", day]),
            DueState.Today => ("tag r", T["Todos.Today"] + hour),
            DueState.Tomorrow => ("tag w", T["Todos.Tomorrow"] + hour),
            DueState.None or DueState.Later => ("", day + hour),
        };
    }
}
