using HaiZhengTong.App.Features.Meetings.Rooms;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Somebody leaves for good: the seat is free at once. Harmless when there is none.</summary>
internal sealed class LeaveMeeting(MeetingRooms rooms, RecordDeparture record)
{
    public async Task HandleAsync(string connectionId, CancellationToken cancellationToken)
    {
        if (rooms.Leave(connectionId) is { } departure)
        {
            await record.HandleAsync(departure, cancellationToken);
        }
    }
}
