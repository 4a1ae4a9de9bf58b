namespace HaiZhengTong.Domain.Chat;

/// <summary>The receiving side of a session. Called by one thread at a time, in the culture the session was opened with.</summary>
public interface IChatListener
{
    /// <summary>What gathered since the last call, oldest first.</summary>
    Task OnEventsAsync(IReadOnlyList<ConversationEvent> events);

    /// <summary>The session was too slow and its queue was emptied: read again what is on the screen.</summary>
    Task OnResyncAsync();
}
