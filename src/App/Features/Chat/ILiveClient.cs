namespace HaiZhengTong.App.Features.Chat;

/// <summary>What the server tells a connection of /hubs/live. Every event may come twice; those of conversations carry their revision.</summary>
public interface ILiveClient
{
    /// <summary>A message in a conversation this connection follows.</summary>
    Task MessagePosted(MessageItem message);

    /// <summary>A message of a followed conversation is another one now: worded anew, recalled, with other signs. It comes whole.</summary>
    Task MessageChanged(MessageItem message);

    /// <summary>Members came or went, or the title changed, in a conversation this connection follows.</summary>
    Task MembersChanged(Guid conversationId);

    /// <summary>A member of a followed conversation has read up to here.</summary>
    Task ReaderMoved(Guid conversationId, Guid personId, long readSeq);

    /// <summary>Something was missed: call Follow again with the last revision known.</summary>
    Task Resync(Guid conversationId);

    /// <summary>Any conversation of the person moved, followed or not.</summary>
    Task ConversationMoved(ConversationBadge badge);

    /// <summary>The person has read up to here, on some device.</summary>
    Task ReadMoved(Guid conversationId, long readSeq, long unread);

    /// <summary>The person's list of conversations is another one now: joined, left, renamed.</summary>
    Task ConversationsChanged(Guid conversationId);

    /// <summary>Somebody calls the person into a meeting.</summary>
    Task MeetingRang(Guid meetingId, string title, string callerName);

    /// <summary>The call is over: answered elsewhere, declined, or the meeting ended.</summary>
    Task MeetingRingEnded(Guid meetingId);

    /// <summary>The session is over; the connection closes now.</summary>
    Task SignedOut();
}
