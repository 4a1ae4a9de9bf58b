using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>What a meeting's card in a conversation says.</summary>
public sealed record MeetingCard(MeetingId Id, string Title, bool IsOver);

/// <summary>Reads the meetings that messages of one conversation speak of; the caller has been let in there.</summary>
public sealed class ReadMeetingCards(IDbContextFactory<AppDbContext> databases)
{
    public async Task<IReadOnlyList<MeetingCard>> HandleAsync(
        ConversationId conversation, IReadOnlyCollection<MeetingId> meetings, CancellationToken cancellationToken)
    {
        if (meetings.Count == 0)
        {
            return [];
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Meetings
            .Where(meeting => meeting.ConversationId == conversation && meetings.Contains(meeting.Id))
            .Select(meeting => new MeetingCard(meeting.Id, meeting.Title, meeting.EndedAt != null))
            .ToListAsync(cancellationToken);
    }
}
