using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>What was done, to what, and how it was before and is after.</summary>
/// <param name="Action">"unit.rename", "person.disable", "token.make" …</param>
/// <param name="Subject">"kind:id".</param>
/// <param name="Detail">Old and new values as a short JSON text; no secrets.</param>
public sealed record AuditAct(string Action, string Subject, string Detail)
{
    public AuditResult Result { get; init; }

    /// <summary>The unit it belongs to: whoever audits that subtree reads it.</summary>
    public UnitId? UnitId { get; init; }
}
