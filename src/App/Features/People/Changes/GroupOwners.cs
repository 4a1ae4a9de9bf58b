using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Who owns a work group after its owner went, inside the caller's write.</summary>
internal static class GroupOwners
{
    /// <summary>Passes a group the person owns on to a colleague, who joins it where that is needed.</summary>
    public static async Task PassOnAsync(
        AppDbContext database, ConversationId group, PersonId from, PersonId to, Kept kept, CancellationToken cancellationToken)
    {
        var members = await database.Members
            .Where(member => member.ConversationId == group && (member.PersonId == from || member.PersonId == to))
            .ToListAsync(cancellationToken);
        var owner = members.Find(member => member.PersonId == from && member.LeftSeq is null && member.Role == MemberRole.Owner);
        if (owner is null)
        {
            return;
        }

        var heir = members.Find(member => member.PersonId == to);
        if (heir is null)
        {
            heir = new Member { ConversationId = group, PersonId = to, LeftSeq = 0 };
            database.Members.Add(heir);
        }

        if (heir.LeftSeq is not null)
        {
            var last = await LastSeqAsync(database, group, cancellationToken);
            (heir.LeftSeq, heir.JoinedSeq, heir.ReadSeq) = (null, last, Math.Max(heir.ReadSeq, last));
        }

        (owner.Role, heir.Role) = (MemberRole.Member, MemberRole.Owner);
        kept.Groups.Add(new KeptGroup(group, WasOwner: true, to));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the person out of every group; where nobody else owns it, who has been in it longest does. Units' groups follow by themselves.</summary>
    public static async Task LeaveAllAsync(AppDbContext database, PersonId person, Kept kept, CancellationToken cancellationToken)
    {
        var mine = await (
            from member in database.Members
            join row in database.Conversations on member.ConversationId equals row.Id
            where member.PersonId == person && member.LeftSeq == null && row.Kind == ConversationKind.Group && row.AudienceId == null
            select member).ToListAsync(cancellationToken);
        foreach (var member in mine)
        {
            var heir = member.Role == MemberRole.Owner ? await HeirAsync(database, member, cancellationToken) : null;
            var isPassedOn = kept.Groups.Exists(group => group.Id == member.ConversationId);
            if (!isPassedOn)
            {
                kept.Groups.Add(new KeptGroup(member.ConversationId, member.Role == MemberRole.Owner, heir?.PersonId));
            }

            heir?.Role = MemberRole.Owner;
            member.Role = MemberRole.Member;
            member.LeftSeq = await LastSeqAsync(database, member.ConversationId, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives the groups back as they were; whoever joined for it stays.</summary>
    public static async Task GiveBackAsync(AppDbContext database, PersonId person, Kept kept, CancellationToken cancellationToken)
    {
        foreach (var group in kept.Groups)
        {
            var members = await database.Members
                .Where(member => member.ConversationId == group.Id && (member.PersonId == person || member.PersonId == group.Heir))
                .ToListAsync(cancellationToken);
            if (members.Find(member => member.PersonId == person) is not { } former)
            {
                continue;
            }

            former.LeftSeq = kept.HasLeft ? null : former.LeftSeq;
            if (group.WasOwner)
            {
                former.Role = MemberRole.Owner;
                members.Find(member => member.PersonId == group.Heir)?.Role = MemberRole.Member;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>After the commit: everybody concerned reads the own list of conversations anew.</summary>
    public static void Tell(IPersonFeed feed, PersonId person, Kept kept)
    {
        foreach (var group in kept.Groups)
        {
            feed.Publish(person, new ConversationsChanged(group.Id));
            if (group.Heir is { } heir)
            {
                feed.Publish(heir, new ConversationsChanged(group.Id));
            }
        }
    }

    private static async Task<Member?> HeirAsync(AppDbContext database, Member owner, CancellationToken cancellationToken)
    {
        var others = database.Members.Where(member =>
            member.ConversationId == owner.ConversationId && member.LeftSeq == null && member.PersonId != owner.PersonId);
        return await others.AnyAsync(member => member.Role == MemberRole.Owner, cancellationToken)
            ? null
            : await others.OrderBy(member => member.JoinedSeq).ThenBy(member => member.PersonId).FirstOrDefaultAsync(cancellationToken);
    }

    private static Task<long> LastSeqAsync(AppDbContext database, ConversationId group, CancellationToken cancellationToken) =>
        database.ConversationHeads.Where(head => head.ConversationId == group).Select(head => head.LastSeq).SingleAsync(cancellationToken);
}
