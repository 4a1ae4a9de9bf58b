using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Posts;

/// <param name="Post">Which post.</param>
/// <param name="Version">The version the caller saw.</param>
/// <param name="Reason">Why.</param>
public sealed record RemovePostRequest(PostId Post, long Version, string Reason = "");

/// <summary>Removes a post of the caller's subtree. A person keeps at least one; when the main one goes, the oldest standing one is it.</summary>
public sealed class RemovePost(IDbContextFactory<AppDbContext> databases, PeopleChanges changes)
{
    public Task<Result<Done>> HandleAsync(RemovePostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "post.remove", $"post:{request.Post}", () => ActAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ActAsync(RemovePostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await PeopleChanges.BeginAsync(database, null, cancellationToken);
        var found = await PostPlace.FindAsync(database, request.Post, request.Version, by, cancellationToken);
        if ((found.Refusal ?? await CheckAsync(database, found.Value.Post, request, by, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var (post, unit) = found.Value;
        database.Posts.Remove(post);
        await database.SaveChangesAsync(cancellationToken);
        if (post.IsMain && !await PostRules.PassMainOnAsync(database, post.PersonId, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "People.NoStandingPost");
        }

        var note = new ChangeNote("post.remove")
        {
            Person = post.PersonId,
            Unit = post.UnitId,
            Request = request,
            Before = ChangeValues.Of(post.Details, unit.Name).Said(),
            Reason = request.Reason,
        };
        await changes.WriteAsync(database, by, note, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }

    // Who takes the main post away hands the person over to other administrators: only the person's own may.
    private async Task<Refusal?> CheckAsync(AppDbContext database, Post post, RemovePostRequest request, PersonId by, CancellationToken cancellationToken)
    {
        if (changes.CheckPlan(request.Reason, null) is { } refusal)
        {
            return refusal;
        }

        if (post.IsMain && !await Powers.MayManagePersonAsync(database, by, post.PersonId, cancellationToken))
        {
            return await NotYourPerson.RefusalAsync(database, by, post.PersonId, "People.NoSuchPost", cancellationToken);
        }

        return await database.Posts.AnyAsync(other => other.PersonId == post.PersonId && other.Id != post.Id, cancellationToken)
            ? null
            : new Refusal(RefusalKind.Invalid, "People.LastPost");
    }
}
