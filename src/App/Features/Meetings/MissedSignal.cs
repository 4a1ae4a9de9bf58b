namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A signal that came while its receiver's connection was away.</summary>
public sealed record MissedSignal(Guid From, PeerSignal Signal);
