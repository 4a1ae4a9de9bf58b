using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Reads that several use cases of meetings share.</summary>
internal static class MeetingQueries
{
    /// <summary>Above so many members a meeting does not ring: it would be an alarm, not a call.</summary>
    public const int MaxRung = 50;

    /// <summary>The meetings a person may know of: those of the conversations the person is in.</summary>
    public static IQueryable<Meeting> MeetingsOpenTo(this AppDbContext database, PersonId person) =>
        database.Meetings.Where(meeting => database.Members.Any(member =>
            member.ConversationId == meeting.ConversationId && member.PersonId == person && member.LeftSeq == null));

    /// <summary>Whom a meeting of the conversation rings: all members who did not silence it; none in a large group.</summary>
    public static async Task<IReadOnlyList<PersonId>> RungAsync(
        this AppDbContext database, ConversationId conversation, CancellationToken cancellationToken)
    {
        var members = await database.Members
            .Where(member => member.ConversationId == conversation && member.LeftSeq == null)
            .OrderBy(member => member.PersonId)
            .Take(MaxRung + 1)
            .Select(member => new { member.PersonId, member.Muted })
            .ToListAsync(cancellationToken);
        return members.Count > MaxRung ? [] : [.. members.Where(member => !member.Muted).Select(member => member.PersonId)];
    }

    /// <summary>Why this person may not act as the meeting's host; null when it may.</summary>
    public static async Task<Refusal?> RefuseUnlessHostAsync(
        this AppDbContext database, MeetingId id, PersonId by, CancellationToken cancellationToken)
    {
        var host = await database.MeetingsOpenTo(by)
            .Where(row => row.Id == id)
            .Select(row => (PersonId?)row.HostId)
            .SingleOrDefaultAsync(cancellationToken);
        return host is null ? new Refusal(RefusalKind.NotFound, "Meetings.NotFound")
            : host != by ? new Refusal(RefusalKind.Forbidden, "Meetings.HostOnly")
            : null;
    }
}
