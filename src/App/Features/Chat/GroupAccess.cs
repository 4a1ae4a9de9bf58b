using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>A member's standing in a conversation, read before changing it.</summary>
internal sealed record GroupAccess(Conversation Conversation, Member Me, string MyName)
{
    public bool IsGroup => Conversation.Kind == ConversationKind.Group;

    /// <summary>Whether its members are decided by the directory, and by nobody's hand.</summary>
    public bool FollowsDirectory => Conversation.AudienceId is not null;

    /// <summary>Whether this member keeps order in the group: recalls what others sent.</summary>
    public bool KeepsOrder => IsGroup && Me.Role is (MemberRole.Owner or MemberRole.Administrator);

    public bool IsOwner => Me.Role == MemberRole.Owner;

    /// <summary>Null for a stranger, as for a conversation that does not exist.</summary>
    public static async Task<GroupAccess?> FindAsync(
        AppDbContext database, ConversationId conversation, PersonId me, CancellationToken cancellationToken)
    {
        var found = await (
            from member in database.MembersOf(conversation)
            join row in database.Conversations on member.ConversationId equals row.Id
            join person in database.People on member.PersonId equals person.Id
            where member.PersonId == me
            select new { row, member, person.Name }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new GroupAccess(found.row, found.member, found.Name);
    }

    /// <summary>A line of the system's, in this member's name.</summary>
    public NewMessage Line(string body, DateTimeOffset at) =>
        new(Conversation.Id, Me.PersonId, Guid.CreateVersion7(), MessageKind.System, body) { At = at };
}
