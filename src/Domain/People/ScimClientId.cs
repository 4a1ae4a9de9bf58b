using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which client of the SCIM server.</summary>
public readonly record struct ScimClientId(Guid Value) : ITypedId<ScimClientId>
{
    public static ScimClientId New() => new(Guid.CreateVersion7());

    public static ScimClientId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
