using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>One participant's place in a room. Touched only under the rooms' lock.</summary>
internal sealed class Seat
{
    private const int MaxMissed = 64;

    // A page of four sends some 70 signals in all; this lets every honest burst through.
    private const double MaxPermits = 300;
    private const double PermitsPerSecond = 60;

    private readonly List<MissedSignal> _missed = [];
    private double _permits = MaxPermits;
    private DateTimeOffset _permitsAt;

    public required MeetingId MeetingId { get; init; }

    public required Guid ParticipantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required PeerState State { get; set; }

    /// <summary>The connection it is reached by; null while away.</summary>
    public string? ConnectionId { get; private set; }

    /// <summary>When the seat is given up unless the participant comes back; null while connected.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Whether the others were told already that the participant is gone.</summary>
    public bool SteppedOut { get; private set; }

    public void Connect(string connectionId)
    {
        ConnectionId = connectionId;
        HeldUntil = null;
        SteppedOut = false;
    }

    public void Disconnect(DateTimeOffset heldUntil, bool steppedOut)
    {
        ConnectionId = null;
        HeldUntil = heldUntil;
        SteppedOut = steppedOut;
    }

    /// <summary>Keeps a signal until the participant is back; beyond the limit the newest are lost and the browsers start anew.</summary>
    public void Miss(MissedSignal signal)
    {
        if (_missed.Count < MaxMissed)
        {
            _missed.Add(signal);
        }
    }

    public IReadOnlyList<MissedSignal> TakeMissed()
    {
        var missed = _missed.ToArray();
        _missed.Clear();
        return missed;
    }

    public bool TakePermit(DateTimeOffset now)
    {
        _permits = Math.Min(MaxPermits, _permits + (Math.Max(0, (now - _permitsAt).TotalSeconds) * PermitsPerSecond));
        _permitsAt = now;
        if (_permits < 1)
        {
            return false;
        }

        _permits--;
        return true;
    }
}
