using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which post: one person's seat in one unit.</summary>
public readonly record struct PostId(Guid Value) : ITypedId<PostId>, IComparable<PostId>
{
    public static PostId New() => new(Guid.CreateVersion7());

    public static PostId From(Guid value) => new(value);

    public static bool operator <(PostId left, PostId right) => left.CompareTo(right) < 0;

    public static bool operator <=(PostId left, PostId right) => left.CompareTo(right) <= 0;

    public static bool operator >(PostId left, PostId right) => left.CompareTo(right) > 0;

    public static bool operator >=(PostId left, PostId right) => left.CompareTo(right) >= 0;

    /// <summary>By time of making, as both databases order it.</summary>
    public int CompareTo(PostId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
