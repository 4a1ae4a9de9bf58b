using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>One management act. Rows are only ever added, and each carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
    /// <summary>The longest network address: IPv6 with an embedded IPv4 address.</summary>
    public const int MaxSourceLength = 45;

    /// <summary>The place in the chain, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    public required AuditEntryId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null for the operator at the console.</summary>
    public required PersonId? ActorId { get; init; }

    /// <summary>What was done: "unit.rename", "person.add", "token.make" …</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, as "kind:id".</summary>
    public required string Subject { get; init; }

    /// <summary>Old and new values as a short JSON text; no secrets.</summary>
    public required string Detail { get; init; }

    public AuditResult Result { get; init; }

    /// <summary>The way it came in; null for entries of the first form.</summary>
    public AuditChannel? Channel { get; init; }

    /// <summary>The network address it came from; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>The unit it belongs to: whoever audits that subtree reads it.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Which fields the hash goes over: 0 for the entries before result, channel, source and unit were kept, 1 since.</summary>
    public int Form { get; init; }

    /// <summary>SHA-256 (FIPS 180-4) over the previous hash and this row's fields, in hexadecimal.</summary>
    public required string Hash { get; init; }
}
