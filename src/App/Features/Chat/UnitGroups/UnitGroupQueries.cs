using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>A unit's group and how far it reaches, while a query is being put together.</summary>
internal sealed class UnitGroupRow
{
    public required Conversation Group { get; init; }

    public required bool IsUnitOnly { get; init; }
}

/// <summary>Which groups a unit has.</summary>
internal static class UnitGroupQueries
{
    /// <summary>All there are, in the order of their making.</summary>
    public static IQueryable<UnitGroupKey> All(AppDbContext database) => database.Conversations
        .Where(row => row.AudienceId != null)
        .OrderBy(row => row.Id)
        .Select(row => new UnitGroupKey(row.Id, row.AudienceId!.Value));

    /// <summary>The unit a group belongs to; null for none.</summary>
    public static Task<UnitId?> UnitOfAsync(AppDbContext database, ConversationId id, CancellationToken cancellationToken) => (
        from conversation in database.Conversations
        where conversation.Id == id
        join term in database.AudienceTerms on conversation.AudienceId equals (AudienceId?)term.AudienceId
        where term.Kind == AudienceTermKind.Subtree
        orderby term.Ordinal
        select term.UnitId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The groups one of these people is in, or would have to be.</summary>
    public static IQueryable<UnitGroupKey> Around(AppDbContext database, IReadOnlyCollection<PersonId> people)
    {
        var present =
            from member in database.Members
            where people.Contains(member.PersonId) && member.LeftSeq == null
            join conversation in database.Conversations on member.ConversationId equals conversation.Id
            where conversation.AudienceId != null
            select new { conversation.Id, conversation.AudienceId };
        var wanted =
            from post in database.Posts
            where people.Contains(post.PersonId)
            join step in database.UnitClosures on post.UnitId equals step.DescendantId
            join term in database.AudienceTerms on (UnitId?)step.AncestorId equals term.UnitId
            where term.Kind == AudienceTermKind.Subtree && step.Line == (term.Line ?? Line.Administrative)
            join conversation in database.Conversations on (AudienceId?)term.AudienceId equals conversation.AudienceId
            select new { conversation.Id, conversation.AudienceId };
        return present.Union(wanted).OrderBy(row => row.Id).Select(row => new UnitGroupKey(row.Id, row.AudienceId!.Value));
    }

    /// <summary>The groups of one unit.</summary>
    public static IQueryable<UnitGroupRow> Of(AppDbContext database, UnitId unit) =>
        from term in database.AudienceTerms
        where term.UnitId == unit && term.Kind == AudienceTermKind.Subtree
        join conversation in database.Conversations on (AudienceId?)term.AudienceId equals conversation.AudienceId
        select new UnitGroupRow { Group = conversation, IsUnitOnly = term.IsUnitOnly };
}
