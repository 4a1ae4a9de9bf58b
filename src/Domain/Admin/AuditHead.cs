namespace HaiZhengTong.Domain.Admin;

/// <summary>The newest entry of the audit, noted in a second place: without it, nobody would miss the last rows.</summary>
public sealed class AuditHead
{
    /// <summary>There is one row.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required long Seq { get; init; }

    public required string Hash { get; init; }
}
