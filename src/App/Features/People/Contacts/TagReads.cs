using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Who sees a tag and who may change it.</summary>
internal static class TagReads
{
    /// <summary>One's own private tags, and those of the units one sits in or below, or administers from above.</summary>
    public static IQueryable<PersonTag> SeenBy(AppDbContext database, PersonId person)
    {
        var steps = database.UnitClosures.Where(step => step.Line == Line.Administrative);
        var around =
            from post in database.Posts
            where post.PersonId == person
            join step in steps on post.UnitId equals step.DescendantId
            select (UnitId?)step.AncestorId;
        var managed =
            from grant in database.AdminGrants
            where grant.PersonId == person
            join step in database.UnitClosures on new { grant.UnitId, grant.Line } equals new { UnitId = step.AncestorId, step.Line }
            select (UnitId?)step.DescendantId;
        return database.PersonTags.Where(tag => tag.OwnerId == person
            || (tag.UnitId != null && (around.Contains(tag.UnitId) || managed.Contains(tag.UnitId))));
    }

    /// <summary>A tag to be changed; a refusal where there is none for this person, or it is another unit's.</summary>
    public static async Task<Result<PersonTag>> FindAsync(AppDbContext database, PersonTagId id, PersonId by, CancellationToken cancellationToken)
    {
        var tag = await SeenBy(database, by).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return tag is null ? new Refusal(RefusalKind.NotFound, "People.NoSuchTag")
            : await MayChangeAsync(database, tag.UnitId, by, cancellationToken) ? tag
            : new Refusal(RefusalKind.Forbidden, "People.NotYourTag");
    }

    /// <summary>A private tag is its owner's, a unit's its administrators'.</summary>
    public static async Task<bool> MayChangeAsync(AppDbContext database, UnitId? unit, PersonId by, CancellationToken cancellationToken) =>
        unit is not { } id || await Powers.MayManagePeopleOfUnitAsync(database, by, id, cancellationToken);
}
