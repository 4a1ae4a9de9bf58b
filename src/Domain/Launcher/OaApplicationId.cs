using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Launcher;

/// <summary>Which office application in the launcher.</summary>
public readonly record struct OaApplicationId(Guid Value) : ITypedId<OaApplicationId>
{
    public static OaApplicationId New() => new(Guid.CreateVersion7());

    public static OaApplicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
