using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which unit or inner department of the organisation.</summary>
public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>, IComparable<UnitId>
{
    public static UnitId New() => new(Guid.CreateVersion7());

    public static UnitId From(Guid value) => new(value);

    public static bool operator <(UnitId left, UnitId right) => left.CompareTo(right) < 0;

    public static bool operator <=(UnitId left, UnitId right) => left.CompareTo(right) <= 0;

    public static bool operator >(UnitId left, UnitId right) => left.CompareTo(right) > 0;

    public static bool operator >=(UnitId left, UnitId right) => left.CompareTo(right) >= 0;

    /// <summary>By time of making, as both databases order it.</summary>
    public int CompareTo(UnitId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
