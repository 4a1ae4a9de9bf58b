using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>
/// The host switches somebody's microphone off. The browsers of all the others stop playing that sound, whatever the
/// silenced browser does; it may switch its microphone on again.
/// </summary>
internal sealed class MuteParticipant(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MeetingVoice voice)
{
    public async Task<Result<Done>> HandleAsync(MeetingId id, Guid participantId, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RefuseUnlessHostAsync(id, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (rooms.Silence(id, participantId) is not { } silenced)
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NotInside");
        }

        await voice.ShownAsync(participantId, silenced.State, rooms.Present(id).Connections);
        if (silenced.ConnectionId is { } connection)
        {
            await voice.SilencedAsync(connection);
        }

        return new Done();
    }
}
