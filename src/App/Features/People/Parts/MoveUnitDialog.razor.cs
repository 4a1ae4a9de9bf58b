using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Moves a unit in one of the lines.</summary>
public sealed partial class MoveUnitDialog
{
    private UnitHit? _target;

    /// <summary>The line the unit moves in.</summary>
    [Parameter, EditorRequired]
    public Line Line { get; set; }

    private string Words => Line switch { Line.Administrative => "Move", Line.Business => "Guide" };

    private string Now => Line switch
    {
        Line.Administrative => T["People.MoveNow", Unit.Name, Unit.Path[^2].Name],
        Line.Business => Unit.LineParentName is null ? T["People.GuideNobody", Unit.Name] : T["People.GuideNow", Unit.Name, Unit.LineParentName],
    };

    // What would be refused in any case is not offered.
    private bool Fits(UnitHit hit) => hit.Id != Unit.Id
        && (Line == Line.Business ? hit.Id != Unit.LineParentId : hit.Id != Unit.ParentId && UnitPlaces.Check(Unit.Kind, hit.Kind) is null);

    private Task SaveAsync(UnitId? target) => ActAndCloseAsync(
        () => Move.HandleAsync(new MoveUnitRequest(Unit.Id, Line, target, Unit.Version), By, CancellationToken.None), "People.UnitMoved");
}
