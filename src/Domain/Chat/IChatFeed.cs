using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>
/// Carries what happened in conversations to the live sessions of every node, after the commit. An event may be lost,
/// come twice or out of order: its revision tells, and whoever misses one reads the gap.
/// </summary>
public interface IChatFeed
{
    /// <summary>Tells everyone who follows the conversation. Never waits for a listener, never fails.</summary>
    void Publish(ConversationEvent happened);

    /// <summary>Opens the session of a circuit or a hub connection; it hears nothing before it follows a conversation.</summary>
    IChatSession Open(PersonId person, IChatListener listener);

    /// <summary>Sees every event of every conversation, at once and in the teller's thread: be quick. For the badges.</summary>
    IDisposable Observe(Action<ConversationEvent> onEvent);

    /// <summary>The conversations on somebody's screen on this node.</summary>
    IReadOnlyCollection<ConversationId> Followed { get; }
}
