using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What an administrator needs to change a person; for everybody else there is nothing to read.</summary>
public sealed class ReadDossier(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<PersonDossier>> HandleAsync(PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var person = await database.People.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Status != PersonStatus.Left, cancellationToken);
        if (person is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        // Most who ask manage nothing at all.
        var managesAny = await database.AdminGrants.AnyAsync(grant => grant.PersonId == by, cancellationToken);
        var posts = managesAny ? await PostsAsync(database, id, by, cancellationToken) : [];
        var mayManage = managesAny && await Powers.MayManagePersonAsync(database, by, id, cancellationToken);
        return !mayManage && !posts.Any(post => post.MayManage)
            ? await NotYourPerson.RefusalAsync(database, by, id, cancellationToken)
            : new PersonDossier(id, person.Name, person.Reading, mayManage ? person.Mobile : null, person.LeavesOn, person.Version)
            {
                Posts = posts,
                MayManage = mayManage,
            };
    }

    private static async Task<List<ManagedPost>> PostsAsync(AppDbContext database, PersonId id, PersonId by, CancellationToken cancellationToken)
    {
        var lines = await database.PostLines().Where(line => line.PersonId == id).ToDictionaryAsync(line => line.PostId, cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var posts = await sight.Posts(database.Posts.AsNoTracking())
            .Where(post => post.PersonId == id)
            .OrderByDescending(post => post.IsMain).ThenBy(post => post.Id)
            .ToListAsync(cancellationToken);
        var managed = new List<ManagedPost>();
        foreach (var post in posts)
        {
            var mayManage = await PeopleChanges.MayManageAsync(database, by, post.UnitId, cancellationToken);
            managed.Add(new ManagedPost(post.Id, post.UnitId, lines[post.Id].FullUnitName, post.Details, post.IsMain, post.Version, mayManage));
        }

        return managed;
    }
}
