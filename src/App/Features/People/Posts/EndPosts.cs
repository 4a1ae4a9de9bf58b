using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <summary>Removes the temporary posts whose last day is over, by nobody's hand but in the change list and the audit like any other act.</summary>
public sealed class EndPosts(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    // Small enough that nobody who wants to write waits long.
    private const int Batch = 100;

    /// <summary>How many were removed.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        int inBatch;
        do
        {
            inBatch = await EndBatchAsync(cancellationToken);
            ended += inBatch;
        }
        while (inBatch == Batch);
        if (ended > 0)
        {
            changes.Tell();
        }

        return ended;
    }

    private async Task<int> EndBatchAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var today = changes.Today;
        var over = await (
            from post in database.Posts
            where post.EndsOn < today && !post.IsMain
            join unit in database.Units on post.UnitId equals unit.Id
            orderby post.Id
            select new { Post = post, unit.Name }).Take(Batch).ToListAsync(cancellationToken);
        foreach (var row in over)
        {
            database.Posts.Remove(row.Post);
            var note = new ChangeNote("post.end")
            {
                Person = row.Post.PersonId,
                Unit = row.Post.UnitId,
                Before = ChangeValues.Of(row.Post.Details, row.Name).Said(),
            };
            await changes.WriteAsync(database, null, note, cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return over.Count;
    }
}
