namespace HaiZhengTong.Domain.Chat;

/// <summary>What a member may do in a group.</summary>
public enum MemberRole
{
    Member = 0,
    Owner = 1,

    /// <summary>Keeps order for the owner: recalls messages of others, pins, adds and removes members.</summary>
    Administrator = 2,
}
