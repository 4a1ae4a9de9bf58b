namespace HaiZhengTong.App.Features.Meetings;

/// <summary>A browser asks to be let in.</summary>
/// <param name="ParticipantId">Made by the browser, once per join on a device; outlives connections and reloads.</param>
/// <param name="Fresh">The page was loaded anew: nothing is left of its connections to the others.</param>
public sealed record JoinRequest(Guid MeetingId, Guid ParticipantId, PeerState State, bool Fresh);
