namespace HaiZhengTong.Domain.Chat;

/// <summary>Whether a message still stands.</summary>
public enum MessageState
{
    /// <summary>As it was sent, or as its sender last worded it.</summary>
    Standing = 0,

    /// <summary>Taken back. The body is a system line that says by whom; what it said is kept only among its <see cref="FormerWording"/>s.</summary>
    Recalled = 1,
}
