namespace HaiZhengTong.Domain.Chat;

/// <summary>What a conversation is.</summary>
public enum ConversationKind
{
    /// <summary>Two people.</summary>
    Direct = 0,

    /// <summary>A work group.</summary>
    Group = 1,
}
