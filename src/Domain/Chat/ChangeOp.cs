namespace HaiZhengTong.Domain.Chat;

/// <summary>What a change of a conversation was.</summary>
public enum ChangeOp
{
    /// <summary>A new message; the sequence names it.</summary>
    Posted = 0,

    /// <summary>Members came or went, or the title changed.</summary>
    Members = 1,
}
