namespace HaiZhengTong.Domain.People.Ldap;

/// <summary>Where a directory is read and as whom.</summary>
/// <param name="Host">The server's name, as its certificate tells it.</param>
/// <param name="Port">Its port.</param>
/// <param name="IsTls">Whether it speaks TLS from the first byte (ldaps).</param>
public sealed record LdapServer(string Host, int Port, bool IsTls)
{
    /// <summary>Whether it is asked for TLS before anybody signs in (StartTLS, RFC 4511, section 4.14).</summary>
    public bool StartTls { get; init; }

    /// <summary>The distinguished name to sign in with; empty: nobody's.</summary>
    public string BindDn { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>A folder of trusted certificates (PEM) beside the system's; null for the system's alone.</summary>
    public string? Certificates { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without the password, so that no log ever carries it.</summary>
    public override string ToString() => $"{(IsTls ? "ldaps" : "ldap")}://{Host}:{Port}";
}
