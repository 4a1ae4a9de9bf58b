using HaiZhengTong.Domain.Meetings;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What an admitted browser needs to take part.</summary>
/// <param name="Connection">Names this connection, so that the word of a closed page is not taken for a later one's.</param>
/// <param name="Resumed">The seat was still held: connections to the others may go on.</param>
/// <param name="Peers">Those who are there; a browser without a connection to one of them offers it.</param>
/// <param name="Host">The person who may end the meeting for all.</param>
/// <param name="Missed">Signals that came while the connection was away.</param>
public sealed record JoinAnswer(
    string Connection,
    bool Resumed,
    PeerView Self,
    IReadOnlyList<PeerView> Peers,
    Guid Host,
    MediaTicket Media,
    IReadOnlyList<MissedSignal> Missed);
