using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which change of the directory.</summary>
public readonly record struct DirectoryChangeId(Guid Value) : ITypedId<DirectoryChangeId>, IComparable<DirectoryChangeId>
{
    public static DirectoryChangeId New() => new(Guid.CreateVersion7());

    public static DirectoryChangeId From(Guid value) => new(value);

    public static bool operator <(DirectoryChangeId left, DirectoryChangeId right) => left.CompareTo(right) < 0;

    public static bool operator <=(DirectoryChangeId left, DirectoryChangeId right) => left.CompareTo(right) <= 0;

    public static bool operator >(DirectoryChangeId left, DirectoryChangeId right) => left.CompareTo(right) > 0;

    public static bool operator >=(DirectoryChangeId left, DirectoryChangeId right) => left.CompareTo(right) >= 0;

    /// <summary>By time of making, as both databases order it.</summary>
    public int CompareTo(DirectoryChangeId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
