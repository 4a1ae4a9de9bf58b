namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>One management act as the audit page shows it.</summary>
/// <param name="Actor">Who did it; null for the operator at the console.</param>
/// <param name="Subject">"kind:id".</param>
/// <param name="SubjectName">What the subject is called today; null where it is gone or has no name.</param>
/// <param name="Detail">Old and new values, as JSON.</param>
public sealed record AuditRow(
    long Seq, DateTimeOffset At, string? Actor, string Action, string Subject, string? SubjectName, string Detail);
