namespace HaiZhengTong.Domain.Chat;

/// <summary>What a message is.</summary>
public enum MessageKind
{
    /// <summary>Plain text a person wrote.</summary>
    Text = 0,

    /// <summary>A line of the system's: joined, renamed. The body is a text key and its arguments, separated by \u001f.</summary>
    System = 1,

    /// <summary>A meeting started here. The body is the meeting's id.</summary>
    Meeting = 2,
}
