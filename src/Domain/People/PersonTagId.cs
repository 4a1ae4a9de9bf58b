using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which person tag.</summary>
public readonly record struct PersonTagId(Guid Value) : ITypedId<PersonTagId>
{
    public static PersonTagId New() => new(Guid.CreateVersion7());

    public static PersonTagId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
