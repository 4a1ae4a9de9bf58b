using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>The running meetings a person may enter, and those the person was in during the last 30 days.</summary>
internal sealed class ListMeetings(IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, TimeProvider clock)
{
    private const int MaxRows = 50;

    private static readonly TimeSpan _past = TimeSpan.FromDays(30);

    public async Task<MeetingLists> HandleAsync(PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - _past;

        var running = await RowsAsync(database, database.MeetingsOpenTo(by).Where(row => row.EndedAt == null), cancellationToken);
        var past = await RowsAsync(
            database,
            database.Meetings.Where(row => row.EndedAt != null && row.StartedAt >= since
                && database.MeetingAttendances.Any(stay => stay.MeetingId == row.Id && stay.PersonId == by)),
            cancellationToken);

        return new MeetingLists(
            [.. running.Select(row => row with { People = rooms.Present(row.Id).Persons.Count })],
            past);
    }

    private static Task<List<MeetingRow>> RowsAsync(AppDbContext database, IQueryable<Meeting> meetings, CancellationToken cancellationToken) =>
        meetings
            .OrderByDescending(row => row.StartedAt)
            .Take(MaxRows)
            .Select(row => new MeetingRow(
                row.Id,
                row.Title,
                database.Conversations.Where(conversation => conversation.Id == row.ConversationId).Select(conversation => conversation.Kind).First(),
                row.ConversationId,
                database.People.Where(person => person.Id == row.HostId).Select(person => person.Name).First(),
                row.StartedAt,
                row.EndedAt,
                database.MeetingAttendances.Where(stay => stay.MeetingId == row.Id).Select(stay => stay.PersonId).Distinct().Count()))
            .ToListAsync(cancellationToken);
}
