using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>One management act. Rows are only ever added, and each carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
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

    /// <summary>SHA-256 (FIPS 180-4) over the previous hash and this row's fields, in hexadecimal.</summary>
    public required string Hash { get; init; }
}
