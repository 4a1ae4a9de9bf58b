namespace HaiZhengTong.Domain.Meetings;

/// <summary>A STUN or TURN server as a browser wants it named.</summary>
/// <param name="Urls">stun:, turn: or turns: addresses of the same server.</param>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username = null, string? Credential = null);
