namespace HaiZhengTong.Domain.Meetings;

/// <summary>What a browser needs to send and receive media in one meeting.</summary>
/// <param name="Driver">The driver's name; the browser loads its script by it.</param>
/// <param name="Limits">How many the meeting can carry.</param>
/// <param name="IceServers">Where a browser finds its own address and a relay (STUN and TURN, RFC 8489 and RFC 8656).</param>
/// <param name="RelayOnly">Whether the browsers may meet only through the relay, so that they never learn each other's address.</param>
/// <param name="Address">A media server's address; null where the browsers talk directly.</param>
/// <param name="Token">The key to that server.</param>
public sealed record MediaTicket(
    string Driver,
    MeetingLimits Limits,
    IReadOnlyList<IceServer> IceServers,
    bool RelayOnly = false,
    Uri? Address = null,
    string? Token = null);
