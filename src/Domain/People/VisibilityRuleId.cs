using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which visibility rule.</summary>
public readonly record struct VisibilityRuleId(Guid Value) : ITypedId<VisibilityRuleId>, IComparable<VisibilityRuleId>
{
    public static VisibilityRuleId New() => new(Guid.CreateVersion7());

    public static VisibilityRuleId From(Guid value) => new(value);

    public static bool operator <(VisibilityRuleId left, VisibilityRuleId right) => left.CompareTo(right) < 0;

    public static bool operator <=(VisibilityRuleId left, VisibilityRuleId right) => left.CompareTo(right) <= 0;

    public static bool operator >(VisibilityRuleId left, VisibilityRuleId right) => left.CompareTo(right) > 0;

    public static bool operator >=(VisibilityRuleId left, VisibilityRuleId right) => left.CompareTo(right) >= 0;

    /// <summary>By time of making, as both databases order it.</summary>
    public int CompareTo(VisibilityRuleId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
