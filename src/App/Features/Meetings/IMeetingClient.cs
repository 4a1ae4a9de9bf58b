namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What the meeting tells a browser in it.</summary>
public interface IMeetingClient
{
    /// <summary>Somebody came in, or came back. Fresh: without any connection to the others left.</summary>
    Task PeerJoined(PeerView peer, bool fresh);

    Task PeerLeft(Guid participantId);

    Task PeerState(Guid participantId, PeerState state);

    Task Signal(Guid from, PeerSignal signal);

    Task HostChanged(Guid personId);

    /// <summary>The host has switched this participant's microphone off.</summary>
    Task MutedByHost();

    /// <summary>Somebody who was called does not come.</summary>
    Task Declined(string name);

    /// <summary>It is over for this browser: "ended", "removed" or "replaced".</summary>
    Task Closed(string reason);
}
