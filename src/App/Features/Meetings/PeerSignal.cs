namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What one browser tells another so that the two connect: a description or a candidate, never both.</summary>
/// <param name="Session">Names the connection it belongs to, so that word of an older one is not taken for the new one's.</param>
public sealed record PeerSignal(string Session, SessionDescription? Description, IceCandidate? Candidate)
{
    /// <summary>The longest session description, in characters; a usual one has about 6,000.</summary>
    public const int MaxDescriptionLength = 64 * 1024;

    private const int MaxCandidateLength = 2048;

    private const int MaxSessionLength = 64;

    internal bool IsWellFormed => Session is { Length: > 0 and <= MaxSessionLength } && (Description, Candidate) switch
    {
        ({ } description, null) => description.Type is "offer" or "answer" && description.Sdp is { Length: <= MaxDescriptionLength },
        (null, { } candidate) => candidate.Candidate is { Length: <= MaxCandidateLength }
            && candidate.SdpMid is null or { Length: <= 32 }
            && candidate.UsernameFragment is null or { Length: <= 256 },
        _ => false,
    };
}
