using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Ends a meeting whoever wanted it: the rows are closed, the room too, all are told. Harmless when it is over.</summary>
internal sealed class CloseMeeting(
    IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MediaDrivers media, MeetingVoice voice, TimeProvider clock)
{
    public async Task HandleAsync(MeetingId id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ended = await database.Meetings
            .Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(meeting => meeting.EndedAt, now), cancellationToken);
        await database.MeetingAttendances
            .Where(row => row.MeetingId == id && row.LeftAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(stay => stay.LeftAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);

        await voice.ClosedAsync(MeetingVoice.Ended, rooms.Close(id));
        if (ended > 0)
        {
            var meeting = await database.Meetings.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
            voice.Over(meeting, await database.RungAsync(meeting.ConversationId, cancellationToken));
            await media.Of(meeting.Media).EndAsync(id, cancellationToken);
        }
    }
}
