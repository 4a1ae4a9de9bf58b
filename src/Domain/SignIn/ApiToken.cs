using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.SignIn;

/// <summary>A bearer token (RFC 6750) a person made for scripts. Only its SHA-256 hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    public required ApiTokenId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
