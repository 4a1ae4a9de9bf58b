using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>One management act as the audit page shows it.</summary>
/// <param name="Actor">Who did it; null for the operator at the console and for the suite itself.</param>
/// <param name="Subject">"kind:id".</param>
/// <param name="SubjectName">What the subject is called today; null where it is gone or has no name.</param>
/// <param name="Detail">Old and new values, as JSON.</param>
public sealed record AuditRow(
    long Seq, DateTimeOffset At, string? Actor, string Action, string Subject, string? SubjectName, string Detail)
{
    public AuditResult Result { get; init; }

    /// <summary>The way it came in; null where that was not kept yet.</summary>
    public AuditChannel? Channel { get; init; }

    /// <summary>The network address it came from.</summary>
    public string? Source { get; init; }
}
