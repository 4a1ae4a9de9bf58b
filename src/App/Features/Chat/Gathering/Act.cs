namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>What can be done with everybody found.</summary>
public enum Act
{
    /// <summary>Found a group with them.</summary>
    Group,

    /// <summary>Write to each.</summary>
    Send,

    /// <summary>Keep the rules under a name.</summary>
    Save,
}
