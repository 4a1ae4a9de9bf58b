namespace HaiZhengTong.Domain.People;

/// <summary>What one SCIM client knows of a person: its own name for the person (externalId, RFC 7643 section 3.1), and whether it deleted the person.</summary>
public sealed class ScimPersonLink
{
    /// <summary>The longest external id, in characters.</summary>
    public const int MaxExternalIdLength = 200;

    public required ScimClientId ClientId { get; init; }

    public required PersonId PersonId { get; init; }

    public string? ExternalId { get; set; }

    /// <summary>When the client deleted the person: gone for this client from then on.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
