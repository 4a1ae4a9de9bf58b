using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>Which change of the directory.</summary>
public readonly record struct DirectoryChangeId(Guid Value) : ITypedId<DirectoryChangeId>
{
    public static DirectoryChangeId New() => new(Guid.CreateVersion7());

    public static DirectoryChangeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
