using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>
/// Who administers a unit, with those who do so from a unit above. Everybody may ask whom to turn to; auditors, the three
/// duties and people who are shut out are shown only to whoever holds a power over the unit too.
/// </summary>
public sealed class ListGrants(IDbContextFactory<AppDbContext> databases)
{
    private const int MaxGrants = 200;

    private static readonly IReadOnlyList<AdminRole> _known = [AdminRole.Province, .. AdminRights.People];

    public async Task<Result<UnitGrants>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var name = await database.Units
            .Where(row => row.Id == unit && row.Status == UnitStatus.Active)
            .Select(row => row.Name)
            .SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.UnitNotFound");
        }

        var over = Over(database, unit);
        var isInside = await over.AnyAsync(grant => grant.PersonId == by, cancellationToken);
        if (!isInside)
        {
            over = over.Where(grant => _known.Contains(grant.Role)
                && database.People.Any(person => person.Id == grant.PersonId && person.Status == PersonStatus.Active));
        }

        return new UnitGrants(unit, name, await ReadAsync(database, over, unit, by, cancellationToken))
        {
            MayGrant = isInside && (await Powers.MayGrantAsync(database, by, AdminRole.Unit, unit, Line.Administrative, cancellationToken)
                || await Powers.MayGrantAsync(database, by, AdminRole.Unit, unit, Line.Business, cancellationToken)),
        };
    }

    // Roles of the whole province stand on the root, so they are found on the way up like all others.
    private static IQueryable<AdminGrant> Over(AppDbContext database, UnitId unit) =>
        from step in database.UnitClosures
        where step.DescendantId == unit
        join grant in database.AdminGrants on new { step.Line, UnitId = step.AncestorId } equals new { grant.Line, grant.UnitId }
        select grant;

    private static async Task<List<UnitGrant>> ReadAsync(
        AppDbContext database, IQueryable<AdminGrant> grants, UnitId unit, PersonId reader, CancellationToken cancellationToken) => await (
        from grant in grants
        join person in database.People on grant.PersonId equals person.Id
        join place in database.Units on grant.UnitId equals place.Id
        let depth = database.UnitClosures
            .Where(step => step.Line == grant.Line && step.AncestorId == grant.UnitId && step.DescendantId == unit)
            .Select(step => step.Depth)
            .First()
        orderby depth, grant.Role, person.NamePy, person.Id
        select new UnitGrant(
            person.Id,
            person.Name,
            database.Posts.Where(post => post.PersonId == person.Id && post.IsMain).Select(post => post.Title).FirstOrDefault() ?? "",
            grant.Role,
            grant.Line,
            place.Id,
            place.Name)
        {
            IsInherited = depth > 0,
            IsActive = person.Status == PersonStatus.Active,
            GrantedBy = database.People.Where(giver => giver.Id == grant.GrantedBy).Select(giver => giver.Name).FirstOrDefault(),
            GrantedAt = grant.GrantedAt,
            MayRevoke = grant.PersonId == reader || database.AdminGrants.Any(own => own.PersonId == reader
                && (AdminRights.Security.Contains(own.Role)
                    || (own.Role == AdminRole.Unit && own.Line == grant.Line && AdminRights.HandedOn.Contains(grant.Role)
                        && database.UnitClosures.Any(step => step.Line == own.Line
                            && step.AncestorId == own.UnitId && step.DescendantId == grant.UnitId)))),
        })
        .Take(MaxGrants)
        .ToListAsync(cancellationToken);
}
