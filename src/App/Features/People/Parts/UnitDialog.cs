using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What the dialogs of a unit share: whose they are.</summary>
public abstract class UnitDialog : ActDialog
{
    [Parameter, EditorRequired]
    public required UnitView Unit { get; set; }
}
