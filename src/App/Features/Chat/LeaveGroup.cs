using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Leaves a group. When the owner leaves, the member who has been in it longest owns it.</summary>
public sealed class LeaveGroup(IDbContextFactory<AppDbContext> databases, IChatFeed feed, IPersonFeed people, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(ConversationId conversation, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await GroupAccess.FindAsync(database, conversation, by, cancellationToken) is not { } access)
        {
            return Memberships.NoSuchConversation;
        }

        if (!access.IsGroup)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NotAGroup");
        }

        if (access.FollowsDirectory)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.FollowsDirectory");
        }

        var body = SystemLine.Of("Chat.LineLeft", access.MyName);
        var line = await ConversationWriter.WriteAsync(database, access.Line(body, clock.Now()), ChangeOp.Members, cancellationToken);
        access.Me.LeftSeq = line.Seq;
        access.Me.Role = MemberRole.Member;
        if (await HeirAsync(database, access, cancellationToken) is { } heir)
        {
            heir.Role = MemberRole.Owner;
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);

        feed.Publish(new MembersChanged(line, [], Left: [by]));
        people.Publish(by, new ConversationsChanged(conversation));
        return new Done();
    }

    private static async Task<Member?> HeirAsync(AppDbContext database, GroupAccess access, CancellationToken cancellationToken)
    {
        var others = database.MembersOf(access.Conversation.Id).Where(member => member.PersonId != access.Me.PersonId);
        if (await others.AnyAsync(member => member.Role == MemberRole.Owner, cancellationToken))
        {
            return null;
        }

        return await others.OrderBy(member => member.JoinedSeq).ThenBy(member => member.PersonId).FirstOrDefaultAsync(cancellationToken);
    }
}
