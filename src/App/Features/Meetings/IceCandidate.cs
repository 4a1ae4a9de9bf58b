namespace HaiZhengTong.App.Features.Meetings;

/// <summary>An address at which a browser may be reached (RFC 8838).</summary>
public sealed record IceCandidate(string Candidate, string? SdpMid, int? SdpMLineIndex, string? UsernameFragment);
