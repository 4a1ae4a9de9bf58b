namespace HaiZhengTong.App.Features.Meetings;

/// <summary>An offer or an answer (RFC 8829).</summary>
public sealed record SessionDescription(string Type, string Sdp);
