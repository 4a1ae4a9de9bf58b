using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Chat;

/// <summary>Which message, whatever its place in its conversation.</summary>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    public static MessageId New() => new(Guid.CreateVersion7());

    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
