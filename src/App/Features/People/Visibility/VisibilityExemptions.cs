using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>
/// Which rules do not bind a reader as a whole: whose exception names the reader, what the reader may manage, what
/// hides the reader's own place. Each part starts at the reader, so that the number of rules hardly matters.
/// </summary>
internal static class VisibilityExemptions
{
    public static IQueryable<VisibilityRuleId> Of(AppDbContext database, PersonId reader, IReadOnlyList<UnitId> own) =>
        Named(database, reader)
            .Union(OfOwnPlace(database, reader, own))
            .Union(OfOwnPeople(database, reader, own))
            .Union(Managed(database, reader));

    // The exceptions the rules themselves make.
    private static IQueryable<VisibilityRuleId> Named(AppDbContext database, PersonId reader) =>
        from audience in AudienceMembers.Of(database, reader)
        join rule in database.VisibilityRules on (AudienceId?)audience equals rule.ExceptId
        select rule.Id;

    // Whoever works in a hidden unit, below it or in the same office with it, sees it.
    private static IQueryable<VisibilityRuleId> OfOwnPlace(AppDbContext database, PersonId reader, IReadOnlyList<UnitId> own)
    {
        var hidingUnits = database.VisibilityRules.Where(rule => rule.Kind == VisibilityRuleKind.HideUnit);
        var above =
            from post in database.Posts
            where post.PersonId == reader
            join step in database.UnitClosures on post.UnitId equals step.DescendantId
            where step.Line == Line.Administrative
            join rule in hidingUnits on (UnitId?)step.AncestorId equals rule.UnitId
            select rule.Id;
        return above.Union(hidingUnits.Where(rule => rule.UnitId != null && own.Contains(rule.UnitId.Value)).Select(rule => rule.Id));
    }

    // A rule about one person does not bind the person, nor those of the same office.
    private static IQueryable<VisibilityRuleId> OfOwnPeople(AppDbContext database, PersonId reader, IReadOnlyList<UnitId> own)
    {
        var colleagues =
            from post in database.Posts
            where own.Contains(post.UnitId)
            join rule in database.VisibilityRules on (PersonId?)post.PersonId equals rule.PersonId
            select rule.Id;
        return colleagues.Union(database.VisibilityRules.Where(rule => rule.PersonId == reader).Select(rule => rule.Id));
    }

    // Rules about what the reader manages; and a hidden unit is no secret to who manages a part of it.
    private static IQueryable<VisibilityRuleId> Managed(AppDbContext database, PersonId reader)
    {
        var grants = SightScope.GrantsOf(database, reader);
        var below =
            from grant in grants
            join step in database.UnitClosures on new { grant.Line, AncestorId = grant.UnitId } equals new { step.Line, step.AncestorId }
            select step.DescendantId;
        var units =
            from unit in below
            join rule in database.VisibilityRules on (UnitId?)unit equals rule.UnitId
            select rule.Id;
        var parts =
            from grant in grants
            join step in database.UnitClosures on grant.UnitId equals step.DescendantId
            where step.Line == Line.Administrative
            join rule in database.VisibilityRules on (UnitId?)step.AncestorId equals rule.UnitId
            where rule.Kind == VisibilityRuleKind.HideUnit
            select rule.Id;
        var people =
            from rule in database.VisibilityRules
            where rule.PersonId != null
            join post in database.Posts on rule.PersonId equals (PersonId?)post.PersonId
            where below.Contains(post.UnitId)
            select rule.Id;
        return units.Union(parts).Union(people);
    }
}
