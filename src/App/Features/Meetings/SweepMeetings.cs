using HaiZhengTong.App.Features.Meetings.Rooms;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Gives up the seats of those who did not come back, and ends the meetings nobody is in any more.</summary>
internal sealed class SweepMeetings(MeetingRooms rooms, RecordDeparture record, CloseMeeting close)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        foreach (var departure in rooms.Expire())
        {
            await record.HandleAsync(departure, cancellationToken);
        }

        foreach (var meeting in rooms.Abandoned())
        {
            await close.HandleAsync(meeting, cancellationToken);
        }
    }
}
