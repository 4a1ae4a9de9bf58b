using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>
/// Who is in which meeting on this node, and by which connection. The database says which meetings run and who may
/// enter; this holds only what ends with the connections. Nothing in here waits: one lock guards it all.
/// </summary>
internal sealed class MeetingRooms(TimeProvider clock)
{
    private static readonly Refusal _notInside = new(RefusalKind.NotFound, "Meetings.NotInside");

    private readonly Lock _gate = new();
    private readonly Dictionary<MeetingId, Room> _rooms = [];
    private readonly Dictionary<string, Seat> _byConnection = new(StringComparer.Ordinal);

    /// <summary>Opens the room of a running meeting; harmless when it is open.</summary>
    public void Open(MeetingId meeting)
    {
        lock (_gate)
        {
            RoomOf(meeting);
        }
    }

    /// <summary>Lets somebody in, or back; refuses whoever was removed, and whoever is one too many.</summary>
    public Result<Entered> Enter(Entry entry, MeetingLimits limits)
    {
        lock (_gate)
        {
            if (_byConnection.TryGetValue(entry.ConnectionId, out var taken) && taken.ParticipantId != entry.ParticipantId)
            {
                return new Refusal(RefusalKind.Conflict, "Meetings.ParticipantTaken");
            }

            var room = RoomOf(entry.MeetingId);
            if (room.Refuse(entry, limits) is { } refusal)
            {
                return refusal;
            }

            var entered = room.Enter(entry, limits);
            if (entered.Replaced is not null)
            {
                _byConnection.Remove(entered.Replaced);
            }

            _byConnection[entry.ConnectionId] = room.Find(entry.ParticipantId)!;
            return entered;
        }
    }

    /// <summary>The seat a connection has; null when it has none, or no longer.</summary>
    public SeatView? Find(string connectionId)
    {
        lock (_gate)
        {
            return _byConnection.TryGetValue(connectionId, out var seat) ? View(seat) : null;
        }
    }

    /// <summary>Takes down what a participant shows; refuses a picture where there are too many for it.</summary>
    public Result<SeatView> Show(string connectionId, PeerState state)
    {
        lock (_gate)
        {
            if (!_byConnection.TryGetValue(connectionId, out var seat))
            {
                return _notInside;
            }

            return _rooms[seat.MeetingId].Show(seat, state) is { } refusal ? refusal : View(seat);
        }
    }

    /// <summary>Shows another one's microphone as off; null when there is no such participant.</summary>
    public (PeerState State, string? ConnectionId)? Silence(MeetingId meeting, Guid participantId)
    {
        lock (_gate)
        {
            if (SeatOf(meeting, participantId) is not { } seat)
            {
                return null;
            }

            seat.State = seat.State with { Mic = false };
            return (seat.State, seat.ConnectionId);
        }
    }

    /// <summary>Where a signal of this connection goes; only to somebody in the same room.</summary>
    public Result<SignalRoute> Route(string connectionId, Guid to, PeerSignal signal)
    {
        lock (_gate)
        {
            if (!_byConnection.TryGetValue(connectionId, out var from))
            {
                return _notInside;
            }

            if (!from.TakePermit(clock.GetUtcNow()))
            {
                return new Refusal(RefusalKind.TooMany, "Meetings.TooManySignals");
            }

            if (to == from.ParticipantId || SeatOf(from.MeetingId, to) is not { } receiver)
            {
                return _notInside;
            }

            if (receiver.ConnectionId is null)
            {
                receiver.Miss(new MissedSignal(from.ParticipantId, signal));
            }

            return new SignalRoute(from.ParticipantId, receiver.ConnectionId);
        }
    }

    /// <summary>A connection was lost, or taken away: its seat is held for a while, or not at all.</summary>
    public void Detach(string connectionId, TimeSpan held)
    {
        lock (_gate)
        {
            if (_byConnection.Remove(connectionId, out var seat))
            {
                seat.Disconnect(clock.GetUtcNow() + held, steppedOut: false);
            }
        }
    }

    /// <summary>A page is being closed or loaded again. A late word about an older connection changes nothing.</summary>
    public SeatView? StepOut(MeetingId meeting, PersonId person, string connectionId)
    {
        lock (_gate)
        {
            if (!_byConnection.TryGetValue(connectionId, out var seat) || seat.MeetingId != meeting || seat.PersonId != person)
            {
                return null;
            }

            _byConnection.Remove(connectionId);
            seat.Disconnect(clock.GetUtcNow() + Grace.Closed, steppedOut: true);
            return View(seat);
        }
    }

    /// <summary>Gives up the seat of a connection; null when it has none.</summary>
    public Departure? Leave(string connectionId)
    {
        lock (_gate)
        {
            return _byConnection.TryGetValue(connectionId, out var seat) ? Free(seat) : null;
        }
    }

    /// <summary>Gives up another one's seats and keeps that person out, on every device, for the rest of the meeting.</summary>
    public IReadOnlyList<Departure> ShutOut(MeetingId meeting, Guid participantId, PersonId by)
    {
        lock (_gate)
        {
            return SeatOf(meeting, participantId) is { } seat && seat.PersonId != by
                ? [.. _rooms[meeting].ShutOut(seat.PersonId).Select(Free)]
                : [];
        }
    }

    /// <summary>Gives up every seat that was held long enough.</summary>
    public IReadOnlyList<Departure> Expire()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return [.. _rooms.Values.SelectMany(room => room.Seats).Where(seat => seat.HeldUntil <= now).ToArray().Select(Free)];
        }
    }

    /// <summary>The meetings that nobody is in any more, for longer than the grace.</summary>
    public IReadOnlyList<MeetingId> Abandoned()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return [.. _rooms.Values.Where(room => room.EmptySince + (room.WasUsed ? Grace.Empty : Grace.Unused) <= now).Select(room => room.Id)];
        }
    }

    /// <summary>Closes the room; the answer says where those who were in it are reached.</summary>
    public IReadOnlyList<string> Close(MeetingId meeting)
    {
        lock (_gate)
        {
            if (!_rooms.Remove(meeting, out var room))
            {
                return [];
            }

            var connections = room.ConnectionsBut(Guid.Empty);
            foreach (var connection in connections)
            {
                _byConnection.Remove(connection);
            }

            return connections;
        }
    }

    /// <summary>The persons in a meeting now, the earliest first, and where all of them are reached.</summary>
    public (IReadOnlyList<PersonId> Persons, IReadOnlyList<string> Connections) Present(MeetingId meeting)
    {
        lock (_gate)
        {
            return _rooms.TryGetValue(meeting, out var room) ? (room.Persons, room.ConnectionsBut(Guid.Empty)) : ([], []);
        }
    }

    private Departure Free(Seat seat)
    {
        var room = _rooms[seat.MeetingId];
        if (seat.ConnectionId is { } connection)
        {
            _byConnection.Remove(connection);
        }

        room.Free(seat, clock.GetUtcNow());
        return new Departure(
            seat.MeetingId, seat.ParticipantId, seat.PersonId, seat.SteppedOut, seat.ConnectionId, room.Persons, room.ConnectionsBut(seat.ParticipantId));
    }

    private SeatView View(Seat seat) =>
        new(seat.MeetingId, seat.ParticipantId, seat.PersonId, seat.State, _rooms[seat.MeetingId].ConnectionsBut(seat.ParticipantId));

    private Seat? SeatOf(MeetingId meeting, Guid participantId) =>
        _rooms.TryGetValue(meeting, out var room) ? room.Find(participantId) : null;

    private Room RoomOf(MeetingId meeting)
    {
        if (!_rooms.TryGetValue(meeting, out var room))
        {
            _rooms[meeting] = room = new Room(meeting, clock.GetUtcNow());
        }

        return room;
    }
}
