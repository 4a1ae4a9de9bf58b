namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>What stood in the room at the moment somebody came in.</summary>
/// <param name="Resumed">The seat was still held and the page had kept its connections.</param>
/// <param name="Announce">Whether the others have to build a connection to this participant.</param>
/// <param name="Replaced">The connection the same participant had before, of another window or a lost line.</param>
/// <param name="Others">Where the others are reached.</param>
internal sealed record Entered(
    PeerView Self,
    IReadOnlyList<PeerView> Peers,
    bool Resumed,
    bool Announce,
    string? Replaced,
    IReadOnlyList<MissedSignal> Missed,
    IReadOnlyList<string> Others);
