using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What follows when a meeting was started: its room is opened, the others are rung.</summary>
internal sealed class MeetingOpening(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MeetingVoice voice)
{
    public async Task TellAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        rooms.Open(meeting.Id);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var caller = await database.People.Where(person => person.Id == meeting.HostId).Select(person => person.Name).SingleAsync(cancellationToken);
        var rung = await database.RungAsync(meeting.ConversationId, cancellationToken);
        var sight = await Sight.OfAsync(database, meeting.HostId, cancellationToken);
        var reachable = await sight.ReachableAsync(rung, cancellationToken);
        voice.Ring(rung.Where(person => person != meeting.HostId && reachable.Contains(person)), new MeetingRang(meeting.Id, meeting.Title, caller));
    }
}
