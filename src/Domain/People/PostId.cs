using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which post: one person's seat in one unit.</summary>
public readonly record struct PostId(Guid Value) : ITypedId<PostId>
{
    public static PostId New() => new(Guid.CreateVersion7());

    public static PostId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
