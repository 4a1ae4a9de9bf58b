using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Finds who may change a rule, among those the asker sees.</summary>
internal static class RuleAdministrators
{
    private const int MaxShown = 3;

    // Of the three separated duties nobody is named to whoever holds none of them.
    private static readonly AdminRole[] _named = [AdminRole.Province, .. AdminRights.Units];

    /// <summary>The nearest few.</summary>
    public static async Task<IReadOnlyList<RuleAdministrator>> ReadAsync(Sight sight, VisibilityRule rule, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var place = rule.UnitId ?? await database.Posts
            .Where(post => post.PersonId == rule.PersonId && post.IsMain)
            .Select(post => (UnitId?)post.UnitId)
            .FirstOrDefaultAsync(cancellationToken);
        var over =
            from step in database.UnitClosures
            where step.DescendantId == place
            join grant in database.AdminGrants on new { step.Line, UnitId = step.AncestorId } equals new { grant.Line, grant.UnitId }
            where _named.Contains(grant.Role)
            select new { grant.PersonId, grant.Role, step.Depth };
        var rows = await (
            from grant in over.Union(database.AdminGrants
                .Where(grant => grant.Role == AdminRole.Province)
                .Select(grant => new { grant.PersonId, grant.Role, Depth = int.MaxValue }))
            join person in sight.People(database.People) on grant.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            orderby grant.Depth, person.NamePy, person.Id
            select new RuleAdministrator(person.Id, person.Name, grant.Role)).Take(MaxShown * MaxShown).ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.Person).Take(MaxShown)];
    }
}
