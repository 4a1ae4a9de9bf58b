namespace HaiZhengTong.App.Features.People.Units;

/// <summary>What hangs on a unit, for whoever is about to move, split or end it.</summary>
/// <param name="Counts">By name, those that say something.</param>
/// <param name="IsEmpty">Whether it can end by itself: nobody in it, nothing below it in either line.</param>
public sealed record UnitStakes(IReadOnlyList<(string Name, int Count)> Counts, bool IsEmpty);
