namespace HaiZhengTong.Domain.Chat;

/// <summary>What one circuit or hub connection follows. Dispose it and it hears nothing more.</summary>
public interface IChatSession : IDisposable
{
    /// <summary>Begins to hear of a conversation. Follow first, read second, merge by revision.</summary>
    void Follow(ConversationId conversation);

    /// <summary>Hears no more of it.</summary>
    void Unfollow(ConversationId conversation);
}
