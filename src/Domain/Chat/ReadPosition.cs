namespace HaiZhengTong.Domain.Chat;

/// <summary>How far a member has read.</summary>
/// <param name="ReadSeq">The last message seen.</param>
/// <param name="Unread">How many came after it.</param>
/// <param name="Moved">Whether this call moved it.</param>
public sealed record ReadPosition(long ReadSeq, long Unread, bool Moved);
