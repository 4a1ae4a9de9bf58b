using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Starts a meeting from a conversation, or leads into the one that runs there: writes its card and rings the others.</summary>
internal sealed class StartMeeting(
    IDbContextFactory<AppDbContext> databases, ConversationWriter writer, MeetingOpening opening, MediaDrivers media, TimeProvider clock)
{
    public async Task<Result<MeetingId>> HandleAsync(ConversationId conversationId, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var conversation = await database.Conversations.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == conversationId && database.Members.Any(member =>
                member.ConversationId == conversationId && member.PersonId == by && member.LeftSeq == null),
            cancellationToken);
        if (conversation is null)
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NoSuchConversation");
        }

        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await FindRunningAsync(database, conversationId, cancellationToken) is { } running)
        {
            return running;
        }

        var meeting = new Meeting
        {
            Id = MeetingId.New(),
            Title = await TitleOfAsync(database, conversation, cancellationToken),
            ConversationId = conversationId,
            HostId = by,
            StartedAt = clock.Now(),
            Media = media.Chosen.Name,
        };
        database.Meetings.Add(meeting);
        var card = await writer.WriteAsync(database, CardOf(meeting), cancellationToken);

        await write.CommitAsync(cancellationToken);

        writer.Tell(card);
        await opening.TellAsync(meeting, cancellationToken);
        return meeting.Id;
    }

    // Two who start at the same moment queue at the conversation's row, and the second finds the first one's meeting.
    private static async Task<MeetingId?> FindRunningAsync(AppDbContext database, ConversationId conversation, CancellationToken cancellationToken)
    {
        await database.ConversationHeads
            .Where(head => head.ConversationId == conversation)
            .ExecuteUpdateAsync(head => head.SetProperty(row => row.LastSeq, row => row.LastSeq), cancellationToken);
        return await database.Meetings
            .Where(row => row.ConversationId == conversation && row.EndedAt == null)
            .OrderBy(row => row.StartedAt)
            .Select(row => (MeetingId?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    // A direct chat has no title of its own: the meeting carries both names, so that it reads the same to both.
    private static async Task<string> TitleOfAsync(AppDbContext database, Conversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Kind == ConversationKind.Group)
        {
            return Meeting.CutTitle(conversation.Title);
        }

        var names = await database.Members
            .Where(member => member.ConversationId == conversation.Id)
            .Join(database.People, member => member.PersonId, person => person.Id, (member, person) => new { person.Name, person.NamePy })
            .OrderBy(person => person.NamePy)
            .Select(person => person.Name)
            .Take(2)
            .ToListAsync(cancellationToken);
        return Meeting.CutTitle(string.Join('、', names));
    }

    private static NewMessage CardOf(Meeting meeting) =>
        new(meeting.ConversationId, meeting.HostId, meeting.Id.Value, MessageKind.Meeting, meeting.Id.ToString()) { At = meeting.StartedAt };
}
