namespace HaiZhengTong.Domain.People;

/// <summary>
/// What stands above what, in both lines. Inner departments carry no superior of their own in the business line:
/// they follow their office there, so that the people who sit in them are found below it.
/// </summary>
public static class UnitLines
{
    /// <summary>The unit above on the line; null at the top of it.</summary>
    public static UnitId? Above(this Unit unit, Line line)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Above(unit.Kind, unit.ParentId, unit.LineParentId, line);
    }

    /// <summary>The same from the three values that decide it.</summary>
    public static UnitId? Above(UnitKind kind, UnitId? parent, UnitId? lineParent, Line line) => line switch
    {
        Line.Administrative => parent,
        Line.Business => lineParent ?? (kind == UnitKind.Department ? parent : null),
    };

    /// <summary>
    /// All closure rows of a line from nothing but the units: one for every unit and itself, one for every unit and each
    /// unit above it. For bulk loads and for proofs; moving one unit changes only the rows around it.
    /// </summary>
    public static IEnumerable<UnitClosure> Closure(IReadOnlyCollection<Unit> units, Line line)
    {
        ArgumentNullException.ThrowIfNull(units);
        var above = units.ToDictionary(unit => unit.Id, unit => unit.Above(line));
        foreach (var unit in above.Keys)
        {
            var depth = 0;
            for (UnitId? ancestor = unit; ancestor is { } at && depth <= units.Count; ancestor = above.GetValueOrDefault(at))
            {
                yield return new UnitClosure { Line = line, AncestorId = at, DescendantId = unit, Depth = depth++ };
            }
        }
    }
}
