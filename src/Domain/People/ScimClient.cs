namespace HaiZhengTong.Domain.People;

/// <summary>A system that keeps people and units up to date over SCIM 2.0 (RFC 7643, RFC 7644), inside one subtree. Only its token's hash is kept.</summary>
public sealed class ScimClient
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    public required ScimClientId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The head of the subtree it may read and write.</summary>
    public required UnitId UnitId { get; init; }

    /// <summary>SHA-256 of the bearer token (RFC 6750), in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required PersonId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
