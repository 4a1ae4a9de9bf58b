using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.People.Visibility;
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
        var found = await FindAsync(database, conversationId, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var conversation = found.Value;
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

    // A direct chat stays open to whoever is in it, but nobody is called in who cannot be reached. A group's meeting rings only those who can.
    private static async Task<Result<Conversation>> FindAsync(
        AppDbContext database, ConversationId id, PersonId by, CancellationToken cancellationToken)
    {
        var conversation = await database.Conversations.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && database.Members.Any(member =>
                member.ConversationId == id && member.PersonId == by && member.LeftSeq == null),
            cancellationToken);
        if (conversation is null)
        {
            return new Refusal(RefusalKind.NotFound, "Meetings.NoSuchConversation");
        }

        if (conversation.Kind != ConversationKind.Direct)
        {
            return conversation;
        }

        var other = await database.Members
            .Where(member => member.ConversationId == conversation.Id && member.PersonId != by)
            .Select(member => member.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
        return await ContactCheck.RefuseCallAsync(database, by, other, cancellationToken) is { } refusal ? refusal : conversation;
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
