namespace HaiZhengTong.Domain.Chat;

/// <summary>What a change of a conversation was.</summary>
public enum ChangeOp
{
    /// <summary>A new message; the sequence names it.</summary>
    Posted = 0,

    /// <summary>Members came or went, or the title changed.</summary>
    Members = 1,

    /// <summary>The sender worded the message anew.</summary>
    Edited = 2,

    /// <summary>The message was taken back.</summary>
    Recalled = 3,

    /// <summary>A sign under the message came or went.</summary>
    Reacted = 4,
}
