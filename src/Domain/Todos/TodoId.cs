using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Todos;

/// <summary>Which to-do.</summary>
public readonly record struct TodoId(Guid Value) : ITypedId<TodoId>
{
    public static TodoId New() => new(Guid.CreateVersion7());

    public static TodoId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
