using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <param name="Posts">The posts, the head first.</param>
public sealed record UnitPostList(IReadOnlyList<UnitPost> Posts);

/// <summary>All posts that sit in a unit itself, in their order, for whoever may change it.</summary>
public sealed class ListUnitPosts(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>More people in one unit are not ordered by hand.</summary>
    public const int Max = 1000;

    public async Task<Result<UnitPostList>> HandleAsync(UnitId unit, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if ((await PeopleChanges.FindUnitAsync(database, unit, by, cancellationToken)).Refusal is { } stranger)
        {
            return stranger;
        }

        return new UnitPostList(await (
            from post in database.Posts
            where post.UnitId == unit
            join person in database.People on post.PersonId equals person.Id
            orderby post.RankSort, post.Id
            select new UnitPost(post.Id, person.Id, person.Name, post.Title, post.IsMain, person.Status != PersonStatus.Active))
            .Take(Max)
            .ToListAsync(cancellationToken));
    }
}
