using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

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
    public static IQueryable<UnitGroupRow> Of(AppDbContext database, UnitId unit) =>
        from term in database.AudienceTerms
        where term.UnitId == unit && term.Kind == AudienceTermKind.Subtree
        join conversation in database.Conversations on (AudienceId?)term.AudienceId equals conversation.AudienceId
        select new UnitGroupRow { Group = conversation, IsUnitOnly = term.IsUnitOnly };
}
