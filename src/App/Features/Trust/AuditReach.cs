namespace HaiZhengTong.App.Features.Trust;

/// <summary>How much of the audit a person may read.</summary>
public enum AuditReach
{
    Nothing,

    /// <summary>What belongs to the subtrees the person audits.</summary>
    Subtrees,

    Everything,
}
