using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which person.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
