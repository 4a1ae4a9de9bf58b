using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>What a member of the conversation may know of its meeting: who holds it, who is there, whether it runs.</summary>
internal sealed class MeetingInfo(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MediaDrivers media)
{
    public async Task<Result<MeetingCard>> HandleAsync(MeetingId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.MeetingsOpenTo(by)
            .Where(row => row.Id == id)
            .Select(row => new
            {
                Meeting = row,
                Kind = database.Conversations.Where(conversation => conversation.Id == row.ConversationId).Select(conversation => conversation.Kind).First(),
                HostName = database.People.Where(person => person.Id == row.HostId).Select(person => person.Name).First(),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NotFound");
        }

        var meeting = found.Meeting;
        var persons = rooms.Present(id).Persons;
        var names = await database.People.Where(person => persons.Contains(person.Id)).Select(person => person.Name).ToListAsync(cancellationToken);
        return new MeetingCard(
            meeting.Id, meeting.Title, meeting.ConversationId, found.Kind, meeting.HostId, found.HostName,
            meeting.StartedAt, meeting.EndedAt, media.Of(meeting.Media).Limits, names);
    }
}
