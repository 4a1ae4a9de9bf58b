using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Where a person's directory opens: the office of the main post; the top of the tree for whoever has none.</summary>
public sealed class ReadHomeUnit(IDbContextFactory<AppDbContext> databases)
{
    public async Task<UnitId?> HandleAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var posts =
            from post in database.Posts
            where post.PersonId == person
            join unit in database.Living() on post.UnitId equals unit.Id
            orderby post.IsMain descending, post.Id
            select unit.Kind == UnitKind.Department ? unit.ParentId : unit.Id;
        if (await posts.FirstOrDefaultAsync(cancellationToken) is { } home)
        {
            return home;
        }

        var sight = await Sight.OfAsync(database, person, cancellationToken);
        return await sight.Units(database.ChildrenOf(null, Line.Administrative))
                .OrderBy(unit => unit.Sort)
                .Select(unit => (UnitId?)unit.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }
}
