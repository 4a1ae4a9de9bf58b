using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>What else one may look for in the audit.</summary>
public sealed record AuditSearch
{
    /// <summary>Who did it: a name, pinyin, an account.</summary>
    public string? Person { get; init; }

    /// <summary>What it was done to: a person's, a unit's or an application's name, or "kind:id".</summary>
    public string? Subject { get; init; }

    public AuditResult? Result { get; init; }
}
