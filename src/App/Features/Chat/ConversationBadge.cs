namespace HaiZhengTong.App.Features.Chat;

/// <summary>How a conversation stands for a person, without what was said.</summary>
/// <param name="Unread">What the person has not seen there, as a whole: apply it, do not add it.</param>
/// <param name="Mentioned">Whether the message that moved it names the person.</param>
public sealed record ConversationBadge(Guid ConversationId, long LastSeq, long Unread, bool Mentioned, bool Muted);
