using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Whether a person is in a conversation. A stranger gets the same answer as for one that does not exist.</summary>
internal static class Memberships
{
    public static Refusal NoSuchConversation { get; } = new(RefusalKind.NotFound, "Chat.NoSuchConversation");

    public static IQueryable<Member> MembersOf(this AppDbContext database, ConversationId conversation) =>
        database.Members.Where(member => member.ConversationId == conversation && member.LeftSeq == null);

    public static Task<Member?> MembershipAsync(
        this AppDbContext database, ConversationId conversation, PersonId person, CancellationToken cancellationToken) =>
        database.MembersOf(conversation).AsNoTracking().SingleOrDefaultAsync(member => member.PersonId == person, cancellationToken);

    public static Task<ConversationHead> HeadAsync(
        this AppDbContext database, ConversationId conversation, CancellationToken cancellationToken) =>
        database.ConversationHeads.AsNoTracking().SingleAsync(head => head.ConversationId == conversation, cancellationToken);
}
