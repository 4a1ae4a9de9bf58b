namespace HaiZhengTong.Domain.People;

/// <summary>The name another system has for a person or a unit of ours (externalId, RFC 7643 section 3.1).</summary>
public sealed class ScimLink
{
    /// <summary>The longest external id, in characters.</summary>
    public const int MaxExternalIdLength = 200;

    public required ScimClientId ClientId { get; init; }

    /// <summary>The id of the person or the unit.</summary>
    public required Guid ResourceId { get; init; }

    public required string ExternalId { get; set; }
}
