using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>The three questions an audience answers, in SQL: is this person in it, who is in it, which audiences hold this person.</summary>
public sealed class AudienceMembers(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most people one page holds.</summary>
    public const int MaxPage = 1000;

    /// <summary>Whether the person is in the audience.</summary>
    public async Task<bool> HoldsAsync(AudienceId audience, PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(database, person).AnyAsync(id => id == audience, cancellationToken);
    }

    /// <summary>Who is in the audience, by id, <paramref name="take"/> after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<PersonId>> MembersAsync(AudienceId audience, PersonId after, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await In(database, audience)
            .Where(id => id > after)
            .OrderBy(id => id)
            .Take(Math.Clamp(take, 1, MaxPage))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Which audiences hold the person.</summary>
    public async Task<IReadOnlyList<AudienceId>> AudiencesOfAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(database, person).ToListAsync(cancellationToken);
    }

    /// <summary>The audiences that hold the person, to compose a query with. Starts at the person's posts, so that their number hardly matters.</summary>
    internal static IQueryable<AudienceId> Of(AppDbContext database, PersonId person)
    {
        var terms = database.AudienceTerms;
        var posts = database.Posts.Where(post => post.PersonId == person);
        var (levels, inside) = (DivisionLevels.Of(database), AudienceQuery.Inside(database));
        var said = terms
            .Where(term => term.Kind == AudienceTermKind.Everyone || (term.Kind == AudienceTermKind.Person && term.PersonId == person))
            .Select(term => new { term.AudienceId, term.Exclude });
        var byTag =
            from member in database.PersonTagMembers
            where member.PersonId == person
            join term in terms on (PersonTagId?)member.TagId equals term.TagId
            where term.Kind == AudienceTermKind.Tag
            select new { term.AudienceId, term.Exclude };
        var byDuty =
            from post in posts
            join term in terms on post.Duty equals term.Duty
            where term.Kind == AudienceTermKind.Duty
            select new { term.AudienceId, term.Exclude };
        var bySubtree =
            from post in posts
            join above in database.UnitClosures on post.UnitId equals above.DescendantId
            join term in terms on (UnitId?)above.AncestorId equals term.UnitId
            where term.Kind == AudienceTermKind.Subtree
                && above.Line == (term.Line ?? Line.Administrative)
                && (term.Duty == null || term.Duty == post.Duty)
                && (term.Level == null
                    || (levels.Any(step => step.UnitId == post.UnitId && step.Level == (int?)term.Level)
                        && !levels.Any(step => step.UnitId == post.UnitId && step.Level > (int?)term.Level)))
                && (!term.IsUnitOnly || inside.Any(inner => inner.OfficeId == term.UnitId && inner.UnitId == post.UnitId))
            select new { term.AudienceId, term.Exclude };
        var hits = said.Union(byTag).Union(byDuty).Union(bySubtree);
        return database.Audiences
            .Where(audience => database.People.Any(row => row.Id == person && row.Status == PersonStatus.Active))
            .Where(audience => hits.Any(hit => !hit.Exclude && hit.AudienceId == audience.Id))
            .Where(audience => !hits.Any(hit => hit.Exclude && hit.AudienceId == audience.Id))
            .Select(audience => audience.Id);
    }

    /// <summary>The people in the audience, to compose a query with.</summary>
    internal static IQueryable<PersonId> In(AppDbContext database, AudienceId audience)
    {
        var terms = database.AudienceTerms.Where(term => term.AudienceId == audience);
        var included = Met(database, terms.Where(term => !term.Exclude));
        var excluded = Met(database, terms.Where(term => term.Exclude));
        return database.People
            .Where(person => person.Status == PersonStatus.Active)
            .Select(person => person.Id)
            .Where(id => included.Contains(id) && !excluded.Contains(id));
    }

    private static IQueryable<PersonId> Met(AppDbContext database, IQueryable<AudienceTerm> terms)
    {
        var (levels, inside) = (DivisionLevels.Of(database), AudienceQuery.Inside(database));
        var everyone =
            from term in terms
            where term.Kind == AudienceTermKind.Everyone
            from person in database.People
            select person.Id;
        var named =
            from term in terms
            where term.Kind == AudienceTermKind.Person && term.PersonId != null
            select term.PersonId!.Value;
        var byTag =
            from term in terms
            where term.Kind == AudienceTermKind.Tag
            join member in database.PersonTagMembers on term.TagId equals (PersonTagId?)member.TagId
            select member.PersonId;
        var byDuty =
            from term in terms
            where term.Kind == AudienceTermKind.Duty
            join post in database.Posts on term.Duty equals post.Duty
            select post.PersonId;
        var bySubtree =
            from term in terms
            where term.Kind == AudienceTermKind.Subtree
            join below in database.UnitClosures on term.UnitId equals (UnitId?)below.AncestorId
            join post in database.Posts on below.DescendantId equals post.UnitId
            where below.Line == (term.Line ?? Line.Administrative)
                && (term.Duty == null || term.Duty == post.Duty)
                && (term.Level == null
                    || (levels.Any(step => step.UnitId == post.UnitId && step.Level == (int?)term.Level)
                        && !levels.Any(step => step.UnitId == post.UnitId && step.Level > (int?)term.Level)))
                && (!term.IsUnitOnly || inside.Any(inner => inner.OfficeId == term.UnitId && inner.UnitId == post.UnitId))
            select post.PersonId;
        return everyone.Union(named).Union(byTag).Union(byDuty).Union(bySubtree);
    }
}
