namespace HaiZhengTong.Domain.People;

/// <summary>One row for every pair of a unit and a unit at or above it, in each line; kept in the transaction that moves a unit.</summary>
public sealed class UnitClosure
{
    public required Line Line { get; init; }

    public required UnitId AncestorId { get; init; }

    public required UnitId DescendantId { get; init; }

    /// <summary>Steps between the two; 0 for a unit and itself.</summary>
    public required int Depth { get; init; }
}
