namespace HaiZhengTong.Domain.Admin;

/// <summary>Where an act came from.</summary>
/// <param name="Channel">The way it came in.</param>
/// <param name="Source">The network address it came from; null where there is none.</param>
public sealed record AuditOrigin(AuditChannel Channel, string? Source);
