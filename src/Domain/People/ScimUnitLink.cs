namespace HaiZhengTong.Domain.People;

/// <summary>The name a SCIM client has for a unit of ours (externalId, RFC 7643 section 3.1).</summary>
public sealed class ScimUnitLink
{
    public required ScimClientId ClientId { get; init; }

    public required UnitId UnitId { get; init; }

    public required string ExternalId { get; set; }
}
