using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Takes posts from one unit to another, in their order, behind those that stand there. Nobody loses a main post.</summary>
internal sealed class PostMoves(AppDbContext database, PeopleChanges changes, UnitAct act)
{
    /// <summary>Moves them; a post of the same title the person holds there already becomes one with it.</summary>
    public async Task<Refusal?> MoveAsync(ChangeNote note, Unit to, IReadOnlyList<Post> posts, MergeTally tally, CancellationToken cancellationToken)
    {
        var from = note.Unit!.Value;
        var fromName = await database.UnitNameAsync(from, cancellationToken);
        var there = await database.Posts
            .Where(post => post.UnitId == to.Id && database.Posts.Any(other => other.UnitId == from && other.PersonId == post.PersonId))
            .ToListAsync(cancellationToken);
        var rank = await PostRules.LastAsync(database, to.Id, cancellationToken);
        var twins = new List<(Post Gone, Post Stays)>();
        foreach (var post in posts)
        {
            changes.Add(database, act.By, Said(note, post, fromName, to.Name));
            if (there.Find(other => other.PersonId == post.PersonId && other.Title == post.Title) is { } twin)
            {
                twins.Add((post, twin));
            }
            else if (post.MoveTo(to.Id, rank, post.Details) is { } refusal)
            {
                return refusal;
            }

            rank += PostRules.RankStep;
        }

        tally.Posts += posts.Count - twins.Count;
        tally.JoinedPosts += twins.Count;
        return await JoinAsync(twins, cancellationToken);
    }

    private async Task<Refusal?> JoinAsync(List<(Post Gone, Post Stays)> twins, CancellationToken cancellationToken)
    {
        var mains = new List<Post>();
        foreach (var (gone, stays) in twins)
        {
            if (stays.Change(Joined(stays.Details, gone.Details)) is { } refusal)
            {
                return refusal;
            }

            if (gone.IsMain)
            {
                gone.StepDown();
                mains.Add(stays);
            }
        }

        // One after the other: the index lets nobody have two main posts, not even for a moment.
        await database.SaveChangesAsync(cancellationToken);
        mains.ForEach(post => post.BecomeMain());
        database.Posts.RemoveRange(twins.Select(twin => twin.Gone));
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    // What one of the two says is kept, the longer time and the narrower sight of the two hold.
    private static PostDetails Joined(PostDetails stays, PostDetails gone) => stays with
    {
        Duty = stays.Duty ?? gone.Duty,
        OfficePhone = stays.OfficePhone ?? gone.OfficePhone,
        Room = stays.Room ?? gone.Room,
        Visibility = (PostVisibility)Math.Max((int)stays.Visibility, (int)gone.Visibility),
        EndsOn = stays.EndsOn is { } one && gone.EndsOn is { } other ? (one > other ? one : other) : null,
    };

    private static ChangeNote Said(ChangeNote note, Post post, string? from, string to) => note with
    {
        Person = post.PersonId,
        Before = new Dictionary<string, object?> { ["unit"] = $"{from} {post.Title}" },
        After = new Dictionary<string, object?> { ["unit"] = $"{to} {post.Title}" },
    };
}
