using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Who changes the organisation and why, and the plan that is being carried out.</summary>
/// <param name="By">The administrator.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Plans">The row of the plan of each unit; empty for an act of today.</param>
internal sealed record UnitAct(PersonId By, string Reason, IReadOnlyDictionary<UnitId, DirectoryChangeId> Plans)
{
    /// <summary>The row of the plan of a unit; null where it has none.</summary>
    public DirectoryChangeId? PlanOf(UnitId unit) => Plans.TryGetValue(unit, out var plan) ? plan : null;

    /// <summary>A change of this act, to be written down.</summary>
    public ChangeNote Note(string action, UnitId unit, UnitId? other) => new(action) { Unit = unit, OtherUnit = other, Reason = Reason };

    /// <summary>A unit that goes from one unit to another, inside it or guided by it.</summary>
    public ChangeNote Moved(Unit unit, Unit from, Unit to, bool isInside)
    {
        var field = isInside ? "parent" : "superior";
        return Note(UnitActs.Move, unit.Id, to.Id) with
        {
            Before = new Dictionary<string, object?> { [field] = from.Name },
            After = new Dictionary<string, object?> { [field] = to.Name },
        };
    }
}
