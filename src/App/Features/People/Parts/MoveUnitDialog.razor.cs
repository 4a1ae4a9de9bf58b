using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Moves a unit in one of the lines.</summary>
public sealed partial class MoveUnitDialog
{
    private readonly WhenDraft _when = new();
    private IReadOnlyList<(string Name, int Count)>? _stakes;
    private UnitHit? _target;
    private bool _isLeft;

    /// <summary>The line the unit moves in.</summary>
    [Parameter, EditorRequired]
    public Line Line { get; set; }

    private string Words => Line switch { Line.Administrative => "Move", Line.Business => "Guide" };

    private string Field => Line switch { Line.Administrative => "parent", Line.Business => "superior" };

    private string Now => Line switch
    {
        Line.Administrative => T["People.MoveNow", Seen.Name, Seen.Path[^2].Name],
        Line.Business => Seen.LineParentName is null ? T["People.GuideNobody", Seen.Name] : T["People.GuideNow", Seen.Name, Seen.LineParentName],
    };

    protected override async Task OnInitializedAsync()
    {
        string[] told = ["unitsBelow", "postsBelow", "plansWaiting"];
        var stakes = await ActAsync(() => Stakes.HandleAsync(Unit.Id, By, CancellationToken.None));
        _stakes = [.. stakes?.Counts.Where(one => told.Contains(one.Name)) ?? []];
    }

    // What would be refused in any case is not offered.
    private bool Fits(UnitHit hit) => hit.Id != Seen.Id
        && (Line == Line.Business ? hit.Id != Seen.LineParentId : hit.Id != Seen.ParentId && UnitPlaces.Check(Seen.Kind, hit.Kind) is null);

    private async Task SaveAsync(UnitHit? target)
    {
        Settle();
        if (_isLeft)
        {
            // The other one's place was chosen: there is nothing left to do.
            await OnClose.InvokeAsync(true);
            return;
        }

        var request = new MoveUnitRequest(Seen.Id, Line, target?.Id, Seen.Version) { Reason = _when.Reason, EffectiveOn = _when.On };
        await ActAndCloseAsync(() => Move.HandleAsync(request, By, CancellationToken.None), Said(_when, "People.UnitMoved"));
        await MeetAsync((before, now) => [new ClashField(Field, Above(before), Above(now), target?.Name, () => _isLeft = true)]);
    }

    private string? Above(UnitView unit) => Line switch
    {
        Line.Administrative => unit.Path.Count > 1 ? unit.Path[^2].Name : null,
        Line.Business => unit.LineParentName,
    };
}
