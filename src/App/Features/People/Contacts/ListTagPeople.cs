using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Who carries a tag, by name, for somebody who sees the tag.</summary>
public sealed class ListTagPeople(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most people one list shows.</summary>
    public const int Max = 500;

    public async Task<Result<TaggedPeople>> HandleAsync(PersonTagId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tag = await TagReads.SeenBy(database, by)
            .Where(row => row.Id == id)
            .Select(row => new
            {
                row.Name,
                row.UnitId,
                UnitName = database.Units.Where(unit => unit.Id == row.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (tag is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchTag");
        }

        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var seen = sight.People(database.People);
        var members =
            from member in database.PersonTagMembers
            where member.TagId == id
            join person in seen on member.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            orderby person.NamePy, person.Id
            select person.Id;
        var ids = await members.Take(Max).ToListAsync(cancellationToken);
        var total = ids.Count < Max ? ids.Count : await members.CountAsync(cancellationToken);
        var starred = await OwnContacts.StarsAsync(database, by, cancellationToken);
        return new TaggedPeople(
            new TagView(id, tag.Name, tag.UnitName, await TagReads.MayChangeAsync(database, tag.UnitId, by, cancellationToken), IsOn: false),
            await ContactRows.ReadAsync(sight, ids, starred, cancellationToken),
            total);
    }
}
