using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>Who owns a unit's group, inside the caller's write.</summary>
internal static class UnitGroupOwners
{
    /// <summary>Who shall own a new group: the founder where one of the members, else the first in the unit's order.</summary>
    public static async Task<PersonId> ChooseAsync(
        AppDbContext database, UnitId unit, IReadOnlyList<PersonId> members, PersonId founder, CancellationToken cancellationToken)
    {
        if (members.Contains(founder))
        {
            return founder;
        }

        var first = await database.Posts
            .Where(post => post.UnitId == unit && members.Contains(post.PersonId))
            .OrderBy(post => post.RankSort).ThenBy(post => post.Id)
            .Select(post => (PersonId?)post.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
        return first ?? members[0];
    }

    /// <summary>Where the owner has gone, the member who has been in it longest owns it.</summary>
    public static async Task EnsureAsync(AppDbContext database, ConversationId group, CancellationToken cancellationToken)
    {
        var members = database.MembersOf(group);
        if (await members.AnyAsync(member => member.Role == MemberRole.Owner, cancellationToken))
        {
            return;
        }

        var heir = await members.OrderBy(member => member.JoinedSeq).ThenBy(member => member.PersonId).FirstOrDefaultAsync(cancellationToken);
        heir?.Role = MemberRole.Owner;
        await database.SaveChangesAsync(cancellationToken);
    }
}
