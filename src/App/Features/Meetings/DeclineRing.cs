using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Somebody who was called does not come: the ringing stops on all the person's devices, those in the meeting read it.</summary>
internal sealed class DeclineRing(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MeetingVoice voice)
{
    public async Task<Result<Done>> HandleAsync(MeetingId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.MeetingsOpenTo(by).AnyAsync(row => row.Id == id, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NotFound");
        }

        voice.EndRing([by], id);
        var (persons, connections) = rooms.Present(id);
        if (!persons.Contains(by))
        {
            var name = await database.People.Where(person => person.Id == by).Select(person => person.Name).SingleAsync(cancellationToken);
            await voice.DeclinedAsync(name, connections);
        }

        return new Done();
    }
}
