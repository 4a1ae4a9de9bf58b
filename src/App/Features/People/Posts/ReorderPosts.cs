using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <param name="Unit">The unit whose own posts are ordered.</param>
/// <param name="Seen">All its posts in the order the caller saw.</param>
/// <param name="Order">The same posts in the order wanted.</param>
public sealed record ReorderPostsRequest(UnitId Unit, IReadOnlyList<PostId> Seen, IReadOnlyList<PostId> Order);

/// <summary>Puts all posts of a unit into another order in one act, unless the list changed meanwhile.</summary>
public sealed class ReorderPosts(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    private const int Step = 10;
    private const int NamesKept = 20;

    public Task<Result<Done>> HandleAsync(ReorderPostsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.reorder", $"unit:{request.Unit}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(ReorderPostsRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        if ((await PeopleChanges.FindUnitAsync(database, request.Unit, by, cancellationToken)).Refusal is { } stranger)
        {
            return stranger;
        }

        var posts = await database.Posts
            .Where(post => post.UnitId == request.Unit)
            .OrderBy(post => post.RankSort).ThenBy(post => post.Id)
            .ToListAsync(cancellationToken);
        if (Check(posts, request) is { } refusal)
        {
            return refusal;
        }

        var byId = posts.ToDictionary(post => post.Id);
        foreach (var (id, place) in request.Order.Select((id, place) => (id, place)))
        {
            byId[id].PlaceAt((place + 1) * Step);
        }

        await changes.WriteAsync(database, by, await NoteAsync(database, request, byId, cancellationToken), cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    private static Refusal? Check(List<Post> posts, ReorderPostsRequest request)
    {
        if (!posts.Select(post => post.Id).SequenceEqual(request.Seen))
        {
            return new Refusal(RefusalKind.Conflict, "People.ListChangedMeanwhile");
        }

        return request.Order.Order().SequenceEqual(request.Seen.Order()) ? null : new Refusal(RefusalKind.Invalid, "People.OrderForm");
    }

    private static async Task<ChangeNote> NoteAsync(
        AppDbContext database, ReorderPostsRequest request, Dictionary<PostId, Post> posts, CancellationToken cancellationToken)
    {
        var people = posts.Values.Select(post => post.PersonId).Distinct().ToList();
        var names = await database.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new ChangeNote("unit.reorder")
        {
            Unit = request.Unit,
            Request = new { request.Unit },
            Before = new Dictionary<string, object?> { ["order"] = Words(request.Seen) },
            After = new Dictionary<string, object?> { ["order"] = Words(request.Order) },
        };

        string Words(IReadOnlyList<PostId> order) =>
            string.Join('、', order.Take(NamesKept).Select(id => names[posts[id].PersonId])) + (order.Count > NamesKept ? "…" : "");
    }
}
