using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The host puts somebody out, on every device and for the rest of the meeting: signals are refused, the others hang up.</summary>
internal sealed class RemoveParticipant(
    IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MediaDrivers media, MeetingVoice voice, RecordDeparture record)
{
    public async Task<Result<Done>> HandleAsync(MeetingId id, Guid participantId, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RefuseUnlessHostAsync(id, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var departures = rooms.ShutOut(id, participantId, by);
        if (departures.Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NotInside");
        }

        var driver = media.Of(await database.Meetings.Where(row => row.Id == id).Select(row => row.Media).SingleAsync(cancellationToken));
        foreach (var departure in departures)
        {
            await record.HandleAsync(departure, cancellationToken);
            await driver.RemoveAsync(id, departure.ParticipantId, cancellationToken);
            await voice.ClosedAsync(MeetingVoice.Removed, departure.ConnectionId is { } connection ? [connection] : []);
        }

        return new Done();
    }
}
