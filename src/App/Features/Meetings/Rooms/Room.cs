using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>Who is in one meeting now. Touched only under the rooms' lock.</summary>
internal sealed class Room(MeetingId id, DateTimeOffset openedAt)
{
    private readonly List<Seat> _seats = [];
    private readonly HashSet<PersonId> _removed = [];
    private MeetingLimits? _limits;

    public MeetingId Id => id;

    /// <summary>The seats, the earliest first.</summary>
    public IReadOnlyList<Seat> Seats => _seats;

    /// <summary>Since when nobody has been here; null while somebody is.</summary>
    public DateTimeOffset? EmptySince { get; private set; } = openedAt;

    /// <summary>Whether anybody was ever here.</summary>
    public bool WasUsed { get; private set; }

    /// <summary>The persons who are here, the earliest first.</summary>
    public IReadOnlyList<PersonId> Persons => [.. _seats.Where(seat => !seat.SteppedOut).Select(seat => seat.PersonId).Distinct()];

    public Seat? Find(Guid participantId) => _seats.Find(seat => seat.ParticipantId == participantId);

    /// <summary>Where the others are reached.</summary>
    public IReadOnlyList<string> ConnectionsBut(Guid participantId) =>
        [.. _seats.Where(seat => seat.ParticipantId != participantId).Select(seat => seat.ConnectionId).OfType<string>()];

    /// <summary>Why this one may not come in; null when it may.</summary>
    public Refusal? Refuse(Entry entry, MeetingLimits limits)
    {
        if (_removed.Contains(entry.PersonId))
        {
            return new Refusal(RefusalKind.Forbidden, "Meetings.WasRemoved");
        }

        if (Find(entry.ParticipantId) is { } seat)
        {
            return seat.PersonId == entry.PersonId ? null : new Refusal(RefusalKind.Conflict, "Meetings.ParticipantTaken");
        }

        if (limits.Admits(_seats.Count, _seats.Any(other => other.State.HasPicture)))
        {
            return null;
        }

        return _seats.Count < limits.MaxAudio
            ? new Refusal(RefusalKind.Conflict, "Meetings.FullWithVideo", limits.MaxVideo, limits.MaxAudio)
            : new Refusal(RefusalKind.Conflict, "Meetings.Full", limits.MaxAudio);
    }

    /// <summary>Gives the seat, the one still held or a new one, to the connection.</summary>
    public Entered Enter(Entry entry, MeetingLimits limits)
    {
        _limits = limits;
        var known = Find(entry.ParticipantId);
        var seat = known ?? Add(entry);
        var (replaced, missed, announce) = (seat.ConnectionId, seat.TakeMissed(), known is null || entry.Fresh || seat.SteppedOut);
        seat.State = limits.AllowsPictures(_seats.Count) ? entry.State : entry.State.WithoutPictures();
        seat.Connect(entry.ConnectionId);
        return new Entered(
            PeerView.Of(seat),
            [.. _seats.Where(other => other != seat && !other.SteppedOut).Select(PeerView.Of)],
            Resumed: known is not null && !entry.Fresh,
            announce,
            replaced == entry.ConnectionId ? null : replaced,
            entry.Fresh ? [] : missed,
            ConnectionsBut(seat.ParticipantId));
    }

    /// <summary>Takes down what a participant shows; refuses a picture where there are too many for it.</summary>
    public Refusal? Show(Seat seat, PeerState state)
    {
        if (state.HasPicture && _limits is { } limits && !limits.AllowsPictures(_seats.Count))
        {
            return new Refusal(RefusalKind.Conflict, "Meetings.TooManyForVideo", limits.MaxVideo);
        }

        seat.State = state;
        return null;
    }

    public void Free(Seat seat, DateTimeOffset now)
    {
        _seats.Remove(seat);
        if (_seats.Count == 0)
        {
            EmptySince = now;
        }
    }

    /// <summary>Keeps a person out for the rest of the meeting; the answer is what the person sits on.</summary>
    public IReadOnlyList<Seat> ShutOut(PersonId person)
    {
        _removed.Add(person);
        return [.. _seats.Where(seat => seat.PersonId == person)];
    }

    private Seat Add(Entry entry)
    {
        var seat = new Seat
        {
            MeetingId = entry.MeetingId,
            ParticipantId = entry.ParticipantId,
            PersonId = entry.PersonId,
            Name = entry.Name,
            State = entry.State,
        };
        _seats.Add(seat);
        EmptySince = null;
        WasUsed = true;
        return seat;
    }
}
