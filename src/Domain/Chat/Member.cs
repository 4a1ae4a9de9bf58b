using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A person in a conversation. Unread is derived: last sequence minus what was read.</summary>
public sealed class Member
{
    public required ConversationId ConversationId { get; init; }

    public required PersonId PersonId { get; init; }

    public MemberRole Role { get; set; }

    /// <summary>The head's sequence when the person joined: earlier messages are not shown as unread.</summary>
    public long JoinedSeq { get; set; }

    /// <summary>The head's sequence when the person left; null while a member.</summary>
    public long? LeftSeq { get; set; }

    /// <summary>The last message the person has seen.</summary>
    public long ReadSeq { get; set; }

    public bool Muted { get; set; }

    public bool Pinned { get; set; }
}
