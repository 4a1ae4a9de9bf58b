using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <summary>Makes another of a person's posts the main one. The person's own administrator may, for the person goes over to the other unit's.</summary>
public sealed class SetMainPost(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    public Task<Result<Done>> HandleAsync(PostId id, PersonId by, CancellationToken cancellationToken) =>
        changes.GuardAsync(by, "post.main", $"post:{id}", () => ActAsync(id, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> ActAsync(PostId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var post = await database.Posts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (await CheckAsync(database, post, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (post!.IsMain)
        {
            return default(Done);
        }

        // One after the other: the index lets nobody have two, not even for a moment.
        var former = await database.Posts.SingleOrDefaultAsync(row => row.PersonId == post.PersonId && row.IsMain, cancellationToken);
        former?.StepDown();
        await database.SaveChangesAsync(cancellationToken);
        post.BecomeMain();
        await changes.WriteAsync(database, by, await NoteAsync(database, post, former, cancellationToken), cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    private static async Task<Refusal?> CheckAsync(AppDbContext database, Post? post, PersonId by, CancellationToken cancellationToken)
    {
        if (post is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPost");
        }

        if ((await PeopleChanges.FindPersonAsync(database, post.PersonId, by, cancellationToken)).Refusal is { } stranger)
        {
            return stranger.Kind == RefusalKind.NotFound ? new Refusal(RefusalKind.NotFound, "People.NoSuchPost") : stranger;
        }

        return post.EndsOn is null ? null : new Refusal(RefusalKind.Invalid, "People.MainPostStands");
    }

    private static async Task<ChangeNote> NoteAsync(AppDbContext database, Post post, Post? former, CancellationToken cancellationToken)
    {
        UnitId[] ids = former is null ? [post.UnitId] : [post.UnitId, former.UnitId];
        var names = await database.Units.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        return new ChangeNote("post.main")
        {
            Person = post.PersonId,
            Unit = former?.UnitId ?? post.UnitId,
            OtherUnit = post.UnitId,
            Request = new { post.Id },
            Before = former is null ? null : new Dictionary<string, object?> { ["mainPost"] = $"{names[former.UnitId]} {former.Title}" },
            After = new Dictionary<string, object?> { ["mainPost"] = $"{names[post.UnitId]} {post.Title}" },
        };
    }
}
