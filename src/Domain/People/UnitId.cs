using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which unit or inner department of the organisation.</summary>
public readonly record struct UnitId(Guid Value) : ITypedId<UnitId>
{
    public static UnitId New() => new(Guid.CreateVersion7());

    public static UnitId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
