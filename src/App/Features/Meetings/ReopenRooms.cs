using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>After a start of the server: opens a room for every meeting that was running, so that people come back or it ends.</summary>
internal sealed class ReopenRooms(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var running = await database.Meetings.Where(row => row.EndedAt == null).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var meeting in running)
        {
            rooms.Open(meeting);
        }
    }
}
