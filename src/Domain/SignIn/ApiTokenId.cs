using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.SignIn;

/// <summary>Which personal access token.</summary>
public readonly record struct ApiTokenId(Guid Value) : ITypedId<ApiTokenId>
{
    public static ApiTokenId New() => new(Guid.CreateVersion7());

    public static ApiTokenId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
