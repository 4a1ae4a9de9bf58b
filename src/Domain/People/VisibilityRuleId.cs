using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which visibility rule.</summary>
public readonly record struct VisibilityRuleId(Guid Value) : ITypedId<VisibilityRuleId>
{
    public static VisibilityRuleId New() => new(Guid.CreateVersion7());

    public static VisibilityRuleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
