using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which audience.</summary>
public readonly record struct AudienceId(Guid Value) : ITypedId<AudienceId>
{
    public static AudienceId New() => new(Guid.CreateVersion7());

    public static AudienceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
