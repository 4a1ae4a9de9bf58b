namespace HaiZhengTong.Domain.SignIn;

/// <summary>How often sign-in failed from one source address; shuts the source out for a while.</summary>
public sealed class SignInSource
{
    /// <summary>The address (an IPv6 one cut to its /64), hashed so that no address is kept.</summary>
    public required string Source { get; init; }

    public required int Failures { get; set; }

    public required DateTimeOffset WindowStartedAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}
