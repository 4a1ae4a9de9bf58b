namespace HaiZhengTong.Domain.Chat;

/// <summary>What a member may do in a group.</summary>
public enum MemberRole
{
    Member = 0,
    Owner = 1,
}
