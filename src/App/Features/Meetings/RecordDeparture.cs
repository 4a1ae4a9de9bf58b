using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What follows when a seat was given up: the stay ends, the host's part goes on to the earliest, the others are told.</summary>
internal sealed class RecordDeparture(IDbContextFactory<AppDbContext> databases, MeetingVoice voice, TimeProvider clock)
{
    public async Task HandleAsync(Departure departure, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var meeting = await database.Meetings.SingleOrDefaultAsync(row => row.Id == departure.MeetingId, cancellationToken);
        var handsOver = meeting is { EndedAt: null }
            && meeting.HostId == departure.PersonId
            && departure.Remaining.Count > 0
            && !departure.Remaining.Contains(departure.PersonId);

        if (handsOver)
        {
            meeting!.HostId = departure.Remaining[0];
        }

        await database.MeetingAttendances
            .Where(row => row.MeetingId == departure.MeetingId && row.ParticipantId == departure.ParticipantId && row.LeftAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(stay => stay.LeftAt, clock.GetUtcNow()), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);

        if (!departure.Told)
        {
            await voice.LeftAsync(departure.ParticipantId, departure.Others);
        }

        if (handsOver)
        {
            await voice.HostChangedAsync(meeting!.HostId, departure.Others);
        }
    }
}
