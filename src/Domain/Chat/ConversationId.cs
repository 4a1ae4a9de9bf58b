using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.Chat;

/// <summary>Which direct chat or work group.</summary>
public readonly record struct ConversationId(Guid Value) : ITypedId<ConversationId>
{
    public static ConversationId New() => new(Guid.CreateVersion7());

    public static ConversationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
