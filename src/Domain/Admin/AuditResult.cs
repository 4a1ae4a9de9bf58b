namespace HaiZhengTong.Domain.Admin;

/// <summary>How a management act ended.</summary>
public enum AuditResult
{
    Done = 0,

    /// <summary>Tried by somebody who may not.</summary>
    Refused = 1,
}
